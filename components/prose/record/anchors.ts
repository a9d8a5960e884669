/** Where the stated equations of a page are listed. */
export const statedAnchor = (path: string): string => `stated${path.replace(/\/$/, '').replaceAll('/', '-')}`;
