import { defineCheck } from '../check'

export default defineCheck({
  title: 'The file is what its name says',
  failureTitle: 'The file is not what its name says',
  why: 'A file whose content and extension disagree fails to open, or is refused by ad servers and printers.',
  remedy: 'Export the asset again in the wanted format. Renaming a file does not convert it.',
  needs: ['file'],
  severity: 'blocker',
  settings: {
    acceptedTypes: {
      doc: 'Accepted kinds by content, such as jpeg, png, pdf, mp4; empty accepts all',
      format: 'strings',
      default: [],
    },
  },
  run: ({ file: { extension, detectedType, typeDescription, typeExtensions } }, { acceptedTypes }) => {
    const name = extension === '' ? 'no extension' : `.${extension}`
    if (!typeExtensions.includes(extension)) {
      const expected =
        typeExtensions.length === 0
          ? 'a known kind of file'
          : typeExtensions.map((one) => `.${one}`).join(' or ')
      return [
        { message: `The file is a ${typeDescription}, but its name has ${name}.`, measured: name, expected },
      ]
    }
    if (acceptedTypes.length === 0 || acceptedTypes.includes(detectedType)) return []
    const expected = acceptedTypes.join(' or ')
    return [
      { message: `The file is a ${typeDescription}; wanted: ${expected}.`, measured: detectedType, expected },
    ]
  },
})
