export interface Props { readonly name?: string } export function GanGame(_: Props) { return null; }
