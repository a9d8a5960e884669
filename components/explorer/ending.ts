/** How a search ended, or that it goes on. */
export type Ending =
  'searching' | 'confirming' | 'unconfirmed' | 'done' | 'stopped' | 'late' | 'slow' | 'broken';
export const goesOn = (ending: Ending): boolean => ending === 'searching' || ending === 'confirming';
