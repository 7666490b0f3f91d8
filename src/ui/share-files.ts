import { saveFile } from './save-file.ts';

/** A file made on the tablet. */
interface OutFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/**
 * Hands files to the system's share sheet where it takes them, else saves each as a download. Call it from a tap: the
 * browser asks for one. Resolves to what was done; `left`: the person closed the share sheet.
 */
export async function shareFiles(files: readonly OutFile[], title: string): Promise<'shared' | 'saved' | 'left'> {
  const parts = files.map(({ name, type, text }) => new File([text], name, { type }));
  if (navigator.canShare?.({ files: parts })) {
    try {
      await navigator.share({ files: parts, title });
      return 'shared';
    } catch (thrown) {
      if (thrown instanceof DOMException && thrown.name === 'AbortError') return 'left';
      // Allowed here and refused by the system all the same (a type it does not know): save instead.
    }
  }
  for (const file of files) saveOut(file);
  return 'saved';
}

/** Saves one file as a download. */
export function saveOut({ name, type, text }: OutFile): void {
  saveFile(name, new Blob([text], { type }));
}
