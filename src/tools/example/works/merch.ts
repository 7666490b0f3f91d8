import type { ExamplePicture } from './picture.ts';

/** What else lies on the table; made by all six. */
export const exampleMerch: readonly ExamplePicture[] = [
  {
    file: 'postcards.webp',
    title: 'Postcards, set of 6',
    width: 640,
    height: 640,
    alt: 'Six postcards with photographs of the collective, spread on a table.',
    story: 'Six of ours, one from each, ready for a stamp.',
  },
  {
    file: 'zine.webp',
    title: 'Passing, no. 3',
    width: 640,
    height: 640,
    alt: 'A stack of zines titled Passing, with people crossing a square on the cover.',
    story: 'Forty-eight pages of people going somewhere else, folded by us.',
  },
  {
    file: 'tote.webp',
    title: 'Birch tote',
    width: 640,
    height: 640,
    alt: 'A cotton bag printed with birch trunks.',
    story: 'Heavy cotton, printed by hand, holds a 30 by 45 tube.',
  },
  {
    file: 'calendar.webp',
    title: 'Wall calendar',
    width: 640,
    height: 640,
    alt: 'A wall calendar open at July with a picture of a pink and a yellow house.',
    story: 'Twelve works, two from each of us, and room to write.',
  },
  {
    file: 'pin.webp',
    title: 'Enamel pin',
    width: 640,
    height: 640,
    alt: 'A round blue enamel pin with a gold picture hanging on a nail, on a card.',
    story: 'Our sign, small enough for a coat, loud enough for a friend.',
  },
];
