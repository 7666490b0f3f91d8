/** Marks a discount that somebody agreed to under the lowest price; part of its reason, so it is on the record. */
export const AGREED = '≤';
