import { defineCheck } from '../check'

const things = { text: 'text', vector: 'shapes or lines', image: 'images', shading: 'gradients' }

export default defineCheck({
  title: 'Registration colour is only used for marks outside the page',
  failureTitle: 'Registration colour is used on the page',
  why:
    'Registration colour prints all inks at once, up to 400 %. It smears, does not dry, and small text ' +
    'in it gets coloured edges.',
  remedy: 'Use black, or an agreed rich black, instead of the swatch "Registration".',
  source: 'Ghent Workgroup 2015, "Separation Color All"; ISO 32000-1, 8.6.6.4 (All is for marks)',
  needs: ['pdf'],
  severity: 'major',
  settings: {},
  run: ({ pdf: { pages } }) =>
    pages.flatMap(({ page, boxes, registration }) => {
      const hasTrim = boxes.trim.origin !== 'default'
      return registration.map(({ painted, count, box }) => ({
        // Without a trim box the marks cannot be told from the page.
        level: hasTrim ? ('fail' as const) : ('warn' as const),
        message:
          `Page ${page}: registration colour in ${things[painted]} ` +
          `${hasTrim ? 'inside the trim' : 'on a page without a trim box'} ` +
          `(${count} ${count === 1 ? 'object' : 'objects'}).`,
        at: { page, ...(box ? { box } : {}) },
        measured: 'all inks',
        expected: 'only outside the trim box',
      }))
    }),
})
