import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

import { stopPooledChildren } from '../../../../quality-control/probes/child-pool/child-pool'
import { probeBytes } from '../../../support/probe-file'
import { zipOf } from '../../../support/zip-of'

afterAll(stopPooledChildren)

const limits = { searchPath: process.env.PATH ?? '', memoryBytes: 2e9, maxPixels: 100e6 }
const render = (page: string, searchPath = limits.searchPath) =>
  probeBytes(
    zipOf([{ path: 'index.html', content: `<meta name="ad.size" content="width=300,height=250">${page}` }]),
    {
      ...{ wants: ['rendering'], limits: { ...limits, searchPath, timeoutMs: 180_000 } },
    },
  )

test('a banner is played without network: frames, calls, missing files and errors are facts', async () => {
  const { facts, previews, previewDir, technicalFacts, tools } = await render(`
      <style>body { margin: 0; background: #fff }
        .on { animation: turn 1s forwards } @keyframes turn { to { background: #00f } }</style>
      <body><script>
        alert('a dialog stops nothing')
        new WebSocket('wss://socket.example/')
        setTimeout(() => { document.body.className = 'on' }, 6000)
        setTimeout(() => { new Image().src = 'pics/' + 1 + '.png' }, 9000)
        setTimeout(() => { location.href = 'https://away.example/' }, 15000)
        setTimeout(() => { notDefined() }, 20000)
        setTimeout(() => { fetch('https://late.' + 'example/x').catch(() => 0) }, 29000)
        setTimeout(() => { document.body.textContent = 'too late' }, 36000)
      </script>`)
  expect(facts.rendering).toEqual({
    ...{ isFirstBlank: true, isLastBlank: true, seconds: 30, isMoving: false },
    calls: [
      { to: 'wss://socket.example/', isCode: false },
      { to: 'https://away.example/', isCode: true },
      { to: 'https://late.example/x', isCode: false },
    ],
    ...{ missing: ['pics/1.png'], errors: ['ReferenceError: notDefined is not defined'] },
  })
  expect(previews.map(({ kind, alt }) => `${kind} ${alt}`)).toEqual([
    'image First frame',
    ...['image Last frame, after 30 s', 'thumbnail Last frame, after 30 s'],
  ])
  // The animation starts after six seconds of the page's own time, and ends before the last frame.
  expect(await coloursOf(previewDir, previews.map(({ file }) => file).slice(0, 2))).toEqual([
    '255,255,255',
    '0,0,254',
  ])
  expect(technicalFacts).toContainEqual({ label: 'Frames', value: 'rendered, the last one after 30 s' })
  expect(tools.map(({ name }) => name)).toEqual(['chromium'])
}, 200_000)

test('without a browser the banner is judged without its frames, and the report says so', async () => {
  const folder = join(__dirname, 'no-such-folder')
  const { facts, previews, technicalFacts } = await render('<h1>Sale</h1>', folder)
  expect(facts.banner).toMatchObject({ entry: 'index.html' })
  expect(facts.rendering).toEqual({ notRendered: 'this host has no Chromium' })
  expect(technicalFacts).toContainEqual({ label: 'Frames', value: 'not rendered: this host has no Chromium' })
  expect(previews).toEqual([])
})

async function coloursOf(folder: string, files: string[]): Promise<string[]> {
  return Promise.all(
    files.map(async (file) => {
      const bytes = await sharp(readFileSync(join(folder, file)))
        .raw()
        .toBuffer()
      return bytes.subarray(0, 3).join()
    }),
  )
}
