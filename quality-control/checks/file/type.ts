import { withArticle } from '../article'
import { defineCheck } from '../check'

export default defineCheck({
  title: 'File format matches its name',
  failureTitle: 'File format is not the expected one',
  why: 'A file whose content and extension disagree may not open, and ad servers and printers reject it.',
  remedy: 'Export the asset in the expected format. Renaming a file does not convert it.',
  source: 'IANA media types and the file extensions registered with them',
  needs: ['file'],
  severity: 'blocker',
  settings: {
    acceptedTypes: {
      doc: 'Accepted formats by content, such as jpeg, png, pdf, mp4; empty accepts all',
      format: 'strings',
      default: [],
    },
  },
  run: ({ file: { extension, detectedType, typeDescription, typeExtensions } }, { acceptedTypes }) => {
    const name = extension === '' ? 'no extension' : `the extension .${extension}`
    if (!typeExtensions.includes(extension)) {
      const expected = typeExtensions.map((one) => `.${one}`).join(' or ') || 'a known file format'
      const message = `The file is ${withArticle(typeDescription)}, but its name has ${name}.`
      const level = isRelated(extension, typeExtensions) ? ('warn' as const) : ('fail' as const)
      return [{ level, message, measured: name, expected }]
    }
    if (acceptedTypes.length === 0 || acceptedTypes.includes(detectedType)) return []
    const expected = acceptedTypes.join(' or ')
    return [
      {
        message: `The file is ${withArticle(typeDescription)}; expected ${expected}.`,
        measured: detectedType,
        expected,
      },
    ]
  },
})

/** Formats of one container family: players open them under each other's extensions. */
const families = [
  ['mp4', 'm4v', 'm4a', 'mov', 'qt', '3gp', '3g2'],
  ['mkv', 'mka', 'webm'],
  ['ogg', 'oga', 'ogv', 'opus'],
]

function isRelated(extension: string, typeExtensions: string[]): boolean {
  return families.some(
    (family) => family.includes(extension) && typeExtensions.some((one) => family.includes(one)),
  )
}
