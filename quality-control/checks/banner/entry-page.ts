import { defineCheck } from '../check'

export default defineCheck({
  title: 'Banner opens with one page',
  failureTitle: 'Ad servers may not find the page to open',
  why: 'An ad server opens index.html at the top of the archive, and rejects a banner without it.',
  remedy: 'Put index.html at the top level: pack the files, not the folder that holds them.',
  source: 'IAB "HTML5 for Digital Advertising" 2.0, section 5; Google Ads, "Upload an HTML5 ad"',
  needs: ['banner'],
  severity: 'major',
  settings: {
    isOtherNameAccepted: {
      doc: 'Another name than index.html is accepted',
      format: 'boolean',
      default: false,
    },
  },
  run: ({ banner: { entry = '', pages } }, { isOtherNameAccepted }) => {
    const expected = 'index.html at the top level'
    const name = entry.split('/').at(-1) ?? ''
    const isNamed = isOtherNameAccepted || /^index\.html?$/i.test(name)
    if (entry.includes('/') || !isNamed)
      return [{ message: `The page to open is "${entry}".`, measured: entry, expected }]
    const others = pages.filter((page) => page !== entry && !page.includes('/'))
    if (others.length === 0) return []
    const listed = [entry, ...others].slice(0, 5).join(', ')
    const message = `There is more than one page at the top level: ${listed}.`
    return [{ level: 'warn', message, measured: `${others.length + 1} pages`, expected: 'one page' }]
  },
})
