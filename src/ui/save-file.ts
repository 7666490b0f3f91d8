/** Hands a file to the browser's own saving: into the downloads, or wherever the person says. */
export function saveFile(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Safari reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Entries stand in a rescue file as lists; its other lines say who has signed them. */
export function isEntryLine(line: string): boolean {
  return line.startsWith('[');
}

/**
 * Saves lines of text as they come; gives how many of those that count there were. A Blob may lie on the disk, so no
 * text is ever whole.
 */
export async function saveLines(
  name: string,
  lines: AsyncIterable<string>,
  counts: (line: string) => boolean,
): Promise<number> {
  const [blobs, parts]: [Blob[], string[]] = [[], []];
  let count = 0;
  for await (const line of lines) {
    parts.push(line, '\n');
    if (counts(line)) count++;
    if (parts.length >= 4_000) blobs.push(new Blob(parts.splice(0)));
  }
  saveFile(name, new Blob([...blobs, ...parts], { type: 'application/x-ndjson' }));
  return count;
}
