/** A formula as the eye sees it, in one line: what KaTeX made of the TeX, without its boxes. */
export type Token = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'number' | 'symbol' | 'function' | 'words' | 'relation'; readonly text: string }
  /** + − · / : , . | and the fences ( ) [ ] */
  | { readonly kind: 'operator' | 'open' | 'close' | 'bar' | 'mark'; readonly text: string }
  | { readonly kind: 'not' | 'implies' | 'iff' | 'and' | 'differential' }
  | { readonly kind: 'fenced'; readonly left: string; readonly right: string; readonly body: Tokens }
  | { readonly kind: 'fraction' | 'binomial'; readonly above: Tokens; readonly below: Tokens }
  | { readonly kind: 'root'; readonly body: Tokens; readonly degree?: Tokens }
  /** Belongs to the token before it. */
  | { readonly kind: 'scripts'; readonly sub?: Tokens; readonly sup?: Tokens }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Tokens[] }
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
);
export type Tokens = readonly Token[];

/** A row of `aligned`: whether its first cell, left of the &, is empty. */
export interface Row {
  readonly tokens: Tokens;
  readonly continues: boolean;
}

export function textOf(token: Token): string {
  return 'text' in token ? token.text : '';
}
