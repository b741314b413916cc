import { Parser } from 'htmlparser2'

export interface Tag {
  /** Lower case. */
  name: string
  /** By lower-case name, with entities resolved. */
  attributes: ReadonlyMap<string, string>
  /** The text of a script or style. */
  text: string
}

const maxTags = 20_000

/** The start tags of a web page, without its comments, and the texts of its scripts and styles. */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = []
  let code: Tag | undefined
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (tags.length >= maxTags) return
      const tag = { name, attributes: new Map(Object.entries(attributes)), text: '' }
      tags.push(tag)
      if (name === 'script' || name === 'style') code = tag
    },
    ontext: (text) => {
      if (code !== undefined) code.text += text
    },
    onclosetag: () => {
      code = undefined
    },
  })
  parser.end(html)
  return tags
}
