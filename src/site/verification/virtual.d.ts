declare module 'virtual:verification' {
  export const record: import('./record.ts').VerificationRecord;
}
