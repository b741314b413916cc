import { createHash } from 'node:crypto'

import type { EmbeddedPreview } from '../../../quality-control/report/embedded-preview'
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
  ])('escapes the file name %s wherever it appears', (fileName) => {
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

  it('shows a finding in the detail of its page that contains it, and holds no other details', () => {
    const box = { x: 0.42, y: 0.5, width: 0.05, height: 0.02 }
    const finding = { level: 'warn' as const, message: 'A word', at: { page: 2, box } }
    const [first] = exampleReport().results
    const results = first === undefined ? [] : [{ ...first, check: 'copy/spelling', findings: [finding] }]
    const page = { kind: 'page' as const, widthPixels: 1000, heightPixels: 1400, page: 2 }
    const detail = (name: string, changes: Partial<EmbeddedPreview>) =>
      examplePreview(Buffer.from(name), {
        ...{ kind: 'detail', widthPixels: 800, heightPixels: 200, page: 2 },
        ...{ box: { x: 0.4, y: 0.49, width: 0.2, height: 0.05 }, ...changes },
      })
    const shown = renderReport(exampleReport({ medium: 'pdf', results }), [
      examplePreview(Buffer.from('page'), page),
      detail('of another page', { page: 1 }),
      detail('beside it', { box: { x: 0.6, y: 0.49, width: 0.2, height: 0.05 } }),
      detail('larger', { box: { x: 0.2, y: 0.3, width: 0.6, height: 0.4 } }),
      detail('its own', {}),
    ])
    const held = [...shown.matchAll(/data:image\/jpeg;base64,([^"]+)/g)]
    expect(held.map(([, data = '']) => Buffer.from(data, 'base64').toString())).toEqual(['page', 'its own'])
    const closeUp = /<figure class="close-up crop">[\s\S]*?<\/figure>/.exec(shown)?.[0]
    expect(closeUp).toMatch(/viewBox="0 0 800 200"[\s\S]*href="#p2"/)
    // The frame stays clear of the word, which begins at a tenth of the detail.
    expect(Number(/class="mark warn"\s+x="([\d.]+)"/.exec(closeUp ?? '')?.[1])).toBeLessThan(80)
  })

  it('describes a rejected file in plain words', () => {
    const rejection = {
      type: 'empty',
      message: 'The file is empty: 0 bytes were received, an image was expected.',
    } as const
    const page = renderReport(exampleReport({ rejection, score: 0, results: [], penalties: [] }), [])
    expect(page).toContain('The file is empty: 0 bytes were received')
    expect(page).toContain('could not be checked')
  })

  it('cannot be read as a pass when a newer version superseded this one', () => {
    const passed = exampleReport({ verdict: 'pass', score: 97, results: [], penalties: [] })
    const page = visiblePart(
      renderReport({ ...passed, supersededBy: { versionId: '2234567654321' } }, [preview]),
    )
    expect(page).toContain('<title>Superseded: ')
    expect(page).toContain('<header class="summary superseded">')
    expect(page).toContain('<strong>Superseded</strong>')
    expect(page).not.toMatch(/class="summary pass"|<strong>Pass|<b>97|Ready to use/)
    expect(page).toContain('Result of the older version: Pass, 97 of 100')
    expect(page).toContain('contains “-654321_”')
    expect(renderReport(passed, [])).not.toContain('>Superseded')
  })

  it('links the folder of the newer report, file, run and contact where they are configured', () => {
    const links = {
      source: 'https://app.box.com/file/1',
      run: 'https://qc.example.com/runs/1',
      reports: 'https://app.box.com/folder/2',
    }
    const report = exampleReport({ supersededBy: { versionId: '9' } })
    const page = renderReport(report, [], { language: 'en', links, contact: 'qc@example.com' })
    for (const address of [...Object.values(links), 'mailto:qc@example.com'])
      expect(page).toContain(`href="${address}"`)
    const hostile = { language: 'en', links: { run: 'javascript:alert(1)' }, contact: '"><b>' } as const
    expect(visiblePart(renderReport(report, [], hostile))).not.toMatch(/href="javascript|<b>"/)
    expect(renderReport(report, [])).not.toMatch(/href="[^#]/)
  })

  it('says what was checked and by which profile when the asset is ready to use', () => {
    const page = renderReport(exampleReport({ verdict: 'pass', score: 97.5 }), [])
    expect(page).toContain('Ready to use by the profile “Online video”.')
    expect(page).toContain('4 checks ran: video, audio.')
  })

  it('shows a finding once: in the summary what to do, in the details its measures', () => {
    const page = visiblePart(renderReport(exampleReport(), [preview]))
    const [first = ''] = exampleReport().results.map(({ remedy }) => remedy)
    expect(page.split('<strong>To do:</strong>')).toHaveLength(4)
    expect(page.split(first)).toHaveLength(4)
    expect(page.replace(/aria-label="[^"]*"/g, '').split('black frames inside the video')).toHaveLength(4)
  })

  it('numbers the findings in the list, in the timeline and in the image', () => {
    const video = renderReport(exampleReport(), [preview])
    for (const part of ['<li id="f1">', 'href="#f1"']) expect(video).toContain(part)
    expect(video.slice(video.indexOf('class="numbers"'))).toMatch(/href="#f1"[\s\S]*>1<\/text>/)

    const image = renderReport(imageReport(), [examplePreview(Buffer.of(1), imagePreview)])
    expect(image.slice(image.indexOf('class="marks"'))).toMatch(/href="#f1"[\s\S]*>1<\/text>/)
    expect(image).toContain('aria-label="Finding 1, enlarged"')
    expect(image.match(/data:image/g)).toHaveLength(1)
  })

  it('writes times as timecodes where there is a frame rate', () => {
    const { visuals } = exampleReport()
    const page = renderReport(exampleReport({ visuals: { ...visuals, framesPerSecond: 25 } }), [preview])
    expect(page).toContain('00:00:10:00 to 00:00:11:13')
    expect(renderReport(exampleReport(), [preview])).toContain('0:10.000 to 0:11.520')
  })

  it('shows with a finding of a video the frame of its time, and none that is far away', () => {
    const near = renderReport(exampleReport(), [preview])
    expect(near).toContain('aria-label="Finding 1: Frame at 0:10.000"')
    const far = renderReport(exampleReport(), [examplePreview(Buffer.of(1), { atSeconds: 25 })])
    expect(far).not.toContain('aria-label="Finding 1: Frame')
  })

  it('lists after a rejection what the profile accepts, and keeps the technical detail apart', () => {
    const rejection = {
      type: 'corrupt',
      message: 'The upload broke off. Export it again or upload it again.',
      detail: 'moov atom not found',
      accepts: { formats: ['MP4', 'MOV'], maxBytes: 2_000_000_000 },
    } as const
    const page = renderReport(
      exampleReport({
        rejection: { ...rejection, accepts: { formats: ['MP4', 'MOV'], maxBytes: 2e9 } },
        score: 0,
      }),
      [],
    )
    expect(page).toMatch(/<strong>Accepted<\/strong> \(Online video\): MP4, MOV,\s+up to 2 GB/)
    expect(page.indexOf('moov atom')).toBeGreaterThan(page.indexOf('Technical facts'))
  })

  it('names the file at the top of every printed page, whatever the name is', () => {
    const page = renderReport(exampleReport({ fileName: '"}</style><b>é.jpg' }), [])
    expect(page).toContain(
      '@top-left{content:"QC report: Fail, \\22 \\7d \\3c \\2f style\\3e \\3c b\\3e \\e9 .jpg"',
    )
  })

  it('gives no score when a required check could not run', () => {
    const page = renderReport(exampleReport({ verdict: 'error', score: undefined }), [])
    expect(page).toContain('Not checked')
    expect(page).toContain('<b>n/a</b>')
  })
})

const imagePreview = { kind: 'image', widthPixels: 900, heightPixels: 600, atSeconds: undefined } as const

/** One finding with a box in an image. */
function imageReport() {
  const [first, ...others] = exampleReport().results
  if (first === undefined) throw new Error('the example has results')
  const at = { box: { x: 0.2, y: 0.3, width: 0.1, height: 0.05 } }
  const marked = { ...first, findings: [{ level: 'fail' as const, message: 'A word', at }] }
  return exampleReport({ medium: 'image', visuals: {}, results: [marked, ...others] })
}

/** The page without its block of JSON. */
function visiblePart(page: string): string {
  return page.replace(/<script[\s\S]*<\/script>/, '')
}
