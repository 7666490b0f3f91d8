import { junHaskari } from './jun-haskari.ts';
import { miraTellund } from './mira-tellund.ts';
import { noorElvind } from './noor-elvind.ts';
import { odeVasquarre } from './ode-vasquarre.ts';
import { petraLowmere } from './petra-lowmere.ts';
import { silasOmbrey } from './silas-ombrey.ts';
import type { ExamplePrint } from './picture.ts';

const worksByPhotographer = {
  'Mira Tellund': miraTellund,
  'Silas Ombrey': silasOmbrey,
  'Jun Haskari': junHaskari,
  'Petra Lowmere': petraLowmere,
  'Noor Elvind': noorElvind,
  'Ode Vasquarre': odeVasquarre,
} as const;

export type ExamplePhotographer = keyof typeof worksByPhotographer;

/** Fictional, like their works. */
export const examplePhotographers = Object.keys(worksByPhotographer) as readonly ExamplePhotographer[];

export interface ExampleWork extends ExamplePrint {
  readonly photographer: ExamplePhotographer;
}

/** Forty-eight works, eight from each photographer, in the order of the photographers. */
export const exampleWorks: readonly ExampleWork[] = examplePhotographers.flatMap((photographer) =>
  worksByPhotographer[photographer].map((work) => ({ ...work, photographer })),
);
