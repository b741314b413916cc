/**
 * The language of each text as ISO 639-1, or undefined where too few words say it. Runs in a pooled child:
 * the library is an ES module with a table of several megabytes.
 */
export async function findLanguages({ texts }: { texts: string[] }): Promise<(string | undefined)[]> {
  const { eld } = await import('eld/small')
  return texts.map((text) => {
    const found = eld.detect(text)
    return found.isReliable() && found.language !== '' ? found.language : undefined
  })
}
