/** What a program that reads a PDF of ours aloud would say: the texts of each page, in the order in which they were written. */
export function pagesOf(bytes: Uint8Array): string[][] {
  const file = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...file.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj/gmsu)].map(([, id = '', body = '']) => [id, body]),
  );
  const follow = (body: string, key: string): string =>
    objects.get(new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(body)?.[1] ?? '') ?? '';
  const bodies = [...objects.values()];
  const pages = bodies.filter((body) => /\/Type \/Page\n/u.test(body));
  const fonts = new Map<string, Map<string, string>>();
  return pages.map((page) => {
    const resources = follow(page, 'Resources') || page;
    for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/gu))
      if (!fonts.has(name)) fonts.set(name, lettersOf(follow(objects.get(id) ?? '', 'ToUnicode')));
    return textsOf(follow(page, 'Contents'), fonts);
  });
}

/** What each glyph of a font stands for, as its map to Unicode says. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', list = ''] of map.matchAll(/<(\w{4})> <\w{4}> \[(.*?)\]/gsu)) {
    const codes = [...list.matchAll(/<([\w ]*)>/gu)].map(([, code = '']) => code.replaceAll(' ', ''));
    for (const [index, code] of codes.entries()) {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(code, 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}

function textsOf(content: string, fonts: Map<string, Map<string, string>>): string[] {
  let font = new Map<string, string>();
  const texts: string[] = [];
  for (const [, name, shown = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*?)\] TJ/gu)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map<string, string>();
    else {
      const glyphs = [...shown.matchAll(/<(\w*)>/gu)].flatMap(([, hex = '']) => hex.match(/.{4}/gu) ?? []);
      texts.push(glyphs.map((glyph) => font.get(glyph) ?? '\ufffd').join(''));
    }
  }
  return texts;
}
