/** A name or title as one line: what is typed or pasted may have breaks and double spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
