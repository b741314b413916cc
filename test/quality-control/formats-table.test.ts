import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { loadProfiles } from '../../config/profiles'
import { decodableTypes } from '../../quality-control/probes/image/probe-image'
import { demuxersFor } from '../../quality-control/probes/video/declared/demuxers'

const root = join(__dirname, '../..')
const text = readFileSync(join(root, 'docs/formats.md'), 'utf8')
const rows = [...text.matchAll(/^\| `(\w+)` +\| ([^|]+)\|/gm)].map(([, type = '', extensions = '']) => ({
  type,
  extensions: extensions.split(',').map((one) => one.trim()),
}))
const media = text.indexOf('## Video and audio')
const types = (part: string) => [...part.matchAll(/^\| `(\w+)`/gm)].map(([, type]) => type)

test('the table of formats lists exactly the images that a decoder opens', () => {
  expect(types(text.slice(0, media)).sort()).toEqual([...decodableTypes, 'pdf', 'zip'].sort())
})

test('every video and audio format of the table has a demuxer', () => {
  const listed = types(text.slice(media))
  expect(listed.length).toBeGreaterThan(20)
  expect(listed.filter((type) => demuxersFor(type ?? '') === undefined)).toEqual([])
})

const profiles = [...loadProfiles(join(root, 'config/profiles')).values()]

test.each(profiles)('$id lists no extension that it would refuse', ({ extensions }) => {
  const judged = new Set(rows.flatMap((row) => row.extensions))
  expect(extensions.filter((extension) => !judged.has(extension))).toEqual([])
})
