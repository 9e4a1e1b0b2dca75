/** Cuts a label that would run into its neighbour. Inter is about 0.53 em wide a letter. */
export function fitText(text: string, width: number, size: number): string {
  const letters = Math.max(4, Math.floor(width / (size * 0.53)));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}
