import { unsigned, vector, type Code } from './assembler.ts';

// 128 bits as four single-precision numbers.
export const addFours = vector(0xe4);
export const mulFours = vector(0xe6);
/** The number at an address, in all four places. */
export const loadFours = (at: Code, offset: number): Code => vector(0x09, 2, ...unsigned(offset))(at);
