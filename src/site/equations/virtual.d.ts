declare module 'virtual:equations' {
  /** By the id of the page. */
  export const pages: Readonly<Record<string, import('./file.ts').EquationsFile>>;
}
