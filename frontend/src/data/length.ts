/** Characters as the integration counts them: whole ones, without the blanks around a text. */
export const lengthOf = (text: string): number => [...text.trim()].length;
