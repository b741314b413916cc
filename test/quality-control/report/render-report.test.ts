import { createHash } from 'node:crypto'

import { renderReport } from '../../../quality-control/report/render-report'
import { examplePreview, exampleReport } from '../../support/example-report'

const preview = examplePreview(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))

describe('the report', () => {
  it('has the same bytes for the same input', () => {
    expect(renderReport(exampleReport(), [preview])).toBe(renderReport(exampleReport(), [preview]))
  })

  it('says the verdict, the score and the three worst reasons with what to do', () => {
    const page = renderReport(exampleReport(), [preview])
    expect(page).toContain('<strong>Fail</strong>')
    expect(page).toContain('<b>49</b>')
    const reasons = page.slice(page.indexOf('id="reasons"'), page.indexOf('</ol>'))
    expect(reasons.indexOf('Black frames')).toBeGreaterThan(0)
    expect(reasons.indexOf('too loud')).toBeGreaterThan(reasons.indexOf('Black frames'))
    expect(reasons.indexOf('Cut the black frames out')).toBeGreaterThan(0)
  })

  it('prints a sum that adds up to the score', () => {
    const page = renderReport(exampleReport({ score: 42.5 }), [])
    expect(page).toContain('−40')
    expect(page).toContain('−2.5')
    expect(page).toMatch(/Score<\/th>\s*<td>42.5/)
    expect(renderReport(exampleReport(), [])).not.toContain('limits the score to 79')
  })

  it('names the cap when a failed blocker lowers the score', () => {
    const page = renderReport(
      exampleReport({ score: 49, penalties: [{ check: 'video/black-frames', points: 40 }] }),
      [],
    )
    expect(page).toContain('A failed blocker check limits the score to 49')
    expect(page).toContain('−11')
  })

  it.each([
    '<script>alert(1)</script>.jpg',
    '"><img src=x onerror=alert(1)>.png',
    "a' onload='x",
    '</title><svg onload=alert(1)>',
  ])('escapes the file name %s wherever it stands', (fileName) => {
    const page = renderReport(exampleReport({ fileName }), [preview])
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(visiblePart(page)).not.toContain(fileName)
  })

  it('shows control and override characters instead of obeying them', () => {
    const page = renderReport(exampleReport({ fileName: 'invoice\u202Egpj.exe\u0007\uD800' }), [])
    const visible = visiblePart(page)
    expect(visible).toContain('invoice\\u202egpj.exe\\u0007\uFFFD')
    expect(visible).not.toMatch(/[\u202E\u0007]/)
  })

  it('holds the report as JSON that reads back whole', () => {
    const report = exampleReport({ fileName: '</script><!--' })
    const page = renderReport(report, [])
    const json = /<script type="application\/json" id="qc-report">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? ''
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(report)))
  })

  it('allows no request, no script, and only its own style', () => {
    const page = renderReport(exampleReport(), [preview])
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(`default-src 'none'; img-src data:; style-src 'sha256-${hash}'`)
    expect(page.replace(/https:\/\/www\.w3\.org/g, '')).not.toMatch(/(src|href)="(?!data:image\/jpeg|#)/)
    expect(page).not.toMatch(/ style="/)
  })

  it('stays under 2 MB whatever the previews weigh', () => {
    const heavy = Array.from({ length: 30 }, (_, index) => examplePreview(Buffer.alloc(150_000, index)))
    expect(Buffer.byteLength(renderReport(exampleReport(), heavy))).toBeLessThan(2_000_000)
  })

  it('tells a rejected file in plain words', () => {
    const rejection = {
      type: 'empty',
      message: 'The file is empty: 0 bytes came, a picture was expected.',
    } as const
    const page = renderReport(exampleReport({ rejection, score: 0, results: [], penalties: [] }), [])
    expect(page).toContain('The file is empty: 0 bytes came')
    expect(page).toContain('could not be checked')
  })

  it('says that a newer version superseded this one', () => {
    expect(renderReport(exampleReport({ supersededBy: { versionId: '9' } }), [])).toContain('Superseded.')
    expect(renderReport(exampleReport(), [])).not.toContain('Superseded.')
  })

  it('gives no score when a required check could not run', () => {
    const page = renderReport(exampleReport({ verdict: 'error', score: undefined }), [])
    expect(page).toContain('Not checked')
    expect(page).toContain('<b>n/a</b>')
  })
})

/** The page without its block of JSON. */
function visiblePart(page: string): string {
  return page.replace(/<script[\s\S]*<\/script>/, '')
}
