import { keyword, shorten, singleLine, startOptionsFor } from '../../workflows/start-options'
import { openWorld, searchAttributesOf, uploadOf } from '../support/workflow-world'

describe('the options of a start', () => {
  it('name the run by ids only, the same for each attempt', () => {
    const upload = uploadOf({ clientId: 'acme', fileId: '1', versionId: '2' })
    expect(startOptionsFor(upload, { hideFileNames: false })).toMatchObject({
      workflowId: 'qc/acme/1/2',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      staticSummary: 'acme: Frühling – Anzeige.png',
      priority: { fairnessKey: 'acme' },
    })
    expect(startOptionsFor({ ...upload, attempt: 3 }, { hideFileNames: false }).workflowId).toBe(
      'qc/acme/1/2',
    )
  })

  it('let the id count in shadow mode, where the file stays and Box cannot tell what was done', () => {
    expect(startOptionsFor(uploadOf({ mode: 'shadow' }), { hideFileNames: false })).toMatchObject({
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
    })
  })

  it('leave the file name out of the search attributes when asked to', () => {
    const names = (hideFileNames: boolean) =>
      startOptionsFor(uploadOf(), { hideFileNames }).typedSearchAttributes.map(({ key }) => key.name)
    expect(names(false)).toEqual(['QcClient', 'QcProfile', 'QcFileId', 'QcState', 'QcFile'])
    expect(names(true)).toEqual(['QcClient', 'QcProfile', 'QcFileId', 'QcState'])
  })

  it.each([
    ['250 emoji', '😀'.repeat(250)],
    ['combined emoji and quotes', '👩‍👩‍👧‍👦"\\'.repeat(60)],
    ['250 quotes', '"'.repeat(250)],
    ['control characters and half a character', 'a\u0000b\nc\ud800\u202ed'],
  ])('are taken by the server with a name of %s', async (_what, name) => {
    const world = await openWorld()
    try {
      const run = await world.start({ name })
      expect(await run.result()).toMatchObject({ outcome: 'done' })
      const searchAttributes = await searchAttributesOf(run)
      expect(Array.from(String(searchAttributes.QcFile)).length).toBeLessThanOrEqual(255)
    } finally {
      await world.stop()
    }
  })

  it('replace what must not reach a database or a screen', () => {
    expect(keyword('QcFile', 'a\u0000b\ud800c\u202ed')).toEqual({
      key: { name: 'QcFile', type: 'KEYWORD' },
      value: 'a�b�c�d',
    })
    expect(singleLine(' two\n lines\t\u0007 ')).toBe('two lines �')
  })

  it('cut by bytes and never within a character', () => {
    expect(shorten('abc', 3)).toBe('abc')
    expect(shorten('äöüß', 7)).toBe('äö…')
    expect(shorten('😀😀😀', 11)).toBe('😀😀…')
    expect(Buffer.byteLength(JSON.stringify(singleLine('"😀\\'.repeat(200))))).toBeLessThanOrEqual(382)
  })
})
