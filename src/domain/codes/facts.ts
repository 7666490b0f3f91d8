import * as v from 'valibot';
import { ShortText } from '../parts.ts';
import { readPrintedCode } from './printed-code.ts';

/** Eight signs and their check sign, in capitals. */
const Code = v.pipe(
  v.string(),
  v.check((text) => {
    const read = readPrintedCode(text);
    return typeof read !== 'string' && read.code === text;
  }),
);

/**
 * A printed code stands for something of ours: a work (story card), a variant (price label), or a copy, whose `ref` is
 * `edition:number`. Attached again, the later one holds.
 */
export const CodeAttached = v.object({
  code: Code,
  kind: v.picklist(['work', 'variant', 'copy']),
  ref: v.pipe(ShortText, v.minLength(1)),
});

export type CodeAttached = v.InferOutput<typeof CodeAttached>;
