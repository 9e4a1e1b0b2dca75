/** Characters that RFC 5987 lets stand in a parameter beside letters and digits. */
const PLAIN = /[!#$&+.^_`|~]/u;

/** Every byte of the name in UTF-8, percent-encoded unless RFC 5987 lets it stand. */
function encoded(name: string): string {
  return [...Buffer.from(name, 'utf8')]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return byte < 128 && (/[\da-z-]/iu.test(sign) || PLAIN.test(sign))
        ? sign
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}

/** How a file is given: to be saved, never shown, under its name (RFC 6266), with a plain one for old programs. */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/[^\w .()-]/gu, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`;
}
