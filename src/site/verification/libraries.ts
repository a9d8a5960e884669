/** A call of a library that a page shows, as it was run. No stage runs any yet; one that does fills a list of these. */
export interface LibraryCall {
  readonly library: string;
  readonly version: string;
  readonly language: string;
  /** The call as it is shown. */
  readonly call: string;
  /** The address of the page that shows it, and the anchor there. */
  readonly page: string;
  readonly anchor?: string;
  /** What came out, and whether that is what the page shows. */
  readonly output: string;
  readonly agrees: boolean;
  /** When it was run, as YYYY-MM-DD. */
  readonly date: string;
}
