/** A picture of the example: what its file shows, in whose words. Made up like all of Lumen Row; drawn by ../draw/run.mjs. */
export interface ExamplePicture {
  /** File name in ../pictures, WebP, sRGB. Also the key: the part before the dot is unique. */
  readonly file: string;
  readonly title: string;
  /** Pixels of the file. */
  readonly width: number;
  readonly height: number;
  /** What is to be seen, for those who do not see it. */
  readonly alt: string;
  /** One sentence about it, in the maker's voice. */
  readonly story: string;
}

/** A photograph of the wall. */
export interface ExamplePrint extends ExamplePicture {
  /** Where and when (YYYY-MM-DD) it was taken. */
  readonly place: string;
  readonly taken: string;
  /** The maker's series it belongs to. */
  readonly series: string;
}

/** The part of a picture's file name before the dot. */
export function keyOf({ file }: ExamplePicture): string {
  return file.replace(/\.\w+$/, '');
}
