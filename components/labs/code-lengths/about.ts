import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Code lengths',
  truth:
    'Type a message. The best code for its letters needs their entropy in bits a letter, and Huffman’s comes within one bit of it; a code made for another text pays the divergence on top, and has no word at all for a letter that it never saw.',
  home: 'foundations/entropy',
};
