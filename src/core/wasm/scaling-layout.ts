/** Where the memory of a scaling holds the constants, what a kernel leaves besides its value, and the arrays, in bytes. */
export const ROOM = { constants: 0, largest: 512, arrays: 1024 } as const;
