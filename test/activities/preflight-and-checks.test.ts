import type { ProbeResult } from '../../quality-control/probes/probe'
import type { Upload } from '../../workflows/contract'
import { createActivities } from '../../activities'
import { type ActivityWorld, environment, openActivityWorld, perform, png } from '../support/activity-world'

let world: ActivityWorld
beforeEach(async () => {
  world = await openActivityWorld()
})
afterEach(() => world.close())

async function planned(upload: Upload) {
  const plan = await perform(world.activities.preflight, upload, undefined)
  return { plan, report: await perform(world.activities.checks, upload, plan) }
}

/** The activities over a probe that finds this. */
function finding(changes: Partial<ProbeResult>) {
  const { media } = world.deps
  const probe = async (input: Parameters<typeof media.probe>[0]) => ({
    ...(await media.probe(input)),
    ...changes,
  })
  return createActivities({ ...world.deps, media: { ...media, probe } })
}

describe('preflight and checks', () => {
  it('plans the checks of the medium with their settings, and probes the file once', async () => {
    const upload = await world.put('hero.png', png)
    const { plan, report } = await planned(upload)
    expect(plan).toEqual({
      profile: { id: 'static_general', title: 'Images for screen', version: '0123456789ab' },
      medium: 'image',
      checks: [{ id: 'file/weight', severity: 'major', isRequired: false, settings: { maxBytes: 1000 } }],
    })
    expect(report).toMatchObject({
      schema: 1,
      session: upload.session,
      clientId: 'acme',
      clientName: 'Acme Spirits',
      fileName: 'hero.png',
      workflowId: 'qc/acme/1/2',
      medium: 'image',
      verdict: 'pass',
      score: 100,
      results: [{ check: 'file/weight', status: 'pass' }],
      technicalFacts: [{ label: 'Type', value: 'PNG' }],
    })
    expect(report.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(world.probes).toHaveLength(1)
    expect(world.lines).toContain('Running check 1/1: file/weight')
  })

  it('freezes what people have accepted into the plan, and judges by it', async () => {
    const upload = await world.put('heavy.png', Buffer.concat([png, Buffer.alloc(2_000)]))
    const about = { reason: 'it is meant', by: 'ada', at: '2026-11-27T09:00:00.000Z' }
    const waiver = { id: 'w-1', check: 'file/weight', ...about }
    const waivers = jest.fn(() => [waiver, { ...waiver, id: 'w-2', check: 'video/codec' }])
    const { preflight, checks } = createActivities({ ...world.deps, waivers })
    const plan = await perform(preflight, upload, undefined)
    expect(plan.waivers).toEqual([waiver])
    expect(waivers).toHaveBeenCalledWith(upload)
    expect(await perform(checks, upload, plan)).toMatchObject({
      ...{ verdict: 'pass', score: 100, waivers: [waiver] },
      results: [{ status: 'accepted', findingsAccepted: 1, findings: [{ accepted: 'w-1' }] }],
    })
  })

  it('does not hold a slot for analysis while Box refuses with 429', async () => {
    const upload = await world.put('limited.png', png)
    const plan = await perform(world.activities.preflight, upload)
    await world.loseDisk()
    const order = { path: `/2.0/files/${upload.fileId}/content`, kind: 'answer' as const, status: 429 }
    await world.control.fault({ ...order, headers: { 'Retry-After': '12' } })
    // Long enough for a step that would wait.
    const patient = environment({ startToCloseTimeoutMs: 60_000 })
    const refusal = { type: 'rate_limited', nextRetryDelay: 12_000, category: 'BENIGN', nonRetryable: false }
    await expect(patient.run(world.activities.checks, upload, plan)).rejects.toMatchObject(refusal)
  })

  it.each(['deleted', 'moved away'])(
    'ends as Withdrawn when the file is %s before the checks',
    async (how) => {
      const upload = await world.put('leaving.png', png)
      const plan = await perform(world.activities.preflight, upload)
      await world.loseDisk()
      if (how === 'deleted') await world.control.trash(upload.fileId)
      else await world.control.move({ id: upload.fileId, parentId: world.elsewhere })
      await expect(perform(world.activities.checks, upload, plan)).rejects.toMatchObject({
        type: 'Withdrawn',
      })
    },
  )

  it('reports a version that was purged from Box before the checks', async () => {
    const upload = await world.put('purged.png', png)
    const plan = await perform(world.activities.preflight, upload)
    await world.loseDisk()
    await world.putVersion(upload.fileId, Buffer.concat([png, png]))
    const order = { path: `/2.0/files/${upload.fileId}/content`, kind: 'answer', status: 404 } as const
    await world.control.fault({ ...order, times: 2 })
    const report = await perform(world.activities.checks, upload, plan)
    expect(report).toMatchObject({ verdict: 'fail', rejection: { type: 'version_gone' } })
  })

  it('gives the same report for the same bytes, on every host and attempt', async () => {
    const upload = await world.put('hero.png', png)
    const { plan, report } = await planned(upload)
    await world.loseDisk()
    await expect(perform(world.activities.checks, upload, plan)).resolves.toEqual(report)
  })

  it('probes the same bytes once, and reports each upload under its own name', async () => {
    const { report: first } = await planned(await world.put('first.png', png))
    const { report: second } = await planned(await world.put('second.png', png))
    expect(world.probes).toHaveLength(1)
    expect([first.fileName, second.fileName]).toEqual(['first.png', 'second.png'])
  })

  it.each([
    [
      'a web page named .png',
      'fake.png',
      Buffer.from('<!doctype html><html><body>hello</body></html>'),
      'unexpected_type',
    ],
    [
      'noise named .png',
      'noise.png',
      Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 7919) % 251)),
      'corrupt',
    ],
  ])('rejects %s before anything opens it', async (_what, name, content, type) => {
    const { plan, report } = await planned(await world.put(name, content))
    expect(plan).toMatchObject({ checks: [], rejection: { type } })
    expect(report).toMatchObject({ verdict: 'fail', score: 0, rejection: { type } })
    expect(world.probes).toEqual([])
  })

  it("passes on a rejection by Box's metadata without using the disk", async () => {
    const upload = await world.put('hero.png', png)
    const rejection = { type: 'too_large' as const, message: 'too large' }
    await expect(perform(world.activities.preflight, upload, rejection)).resolves.toMatchObject({
      checks: [],
      rejection,
    })
    expect(world.store.countUnfinished()).toBe(0)
  })

  it('rejects what cannot be decoded, and what is protected by a password', async () => {
    const upload = await world.put('hero.png', png)
    const integrity = (reason: string) => ({ isDecodable: false, errorCount: 1, errors: [reason] })
    const broken = finding({ facts: { integrity: integrity('premature end') } })
    await expect(perform(broken.preflight, upload, undefined)).resolves.toMatchObject({
      rejection: {
        ...{ type: 'corrupt', message: 'The upload broke off. Export it again or upload it again.' },
        detail: expect.stringContaining('premature end'),
      },
    })
    await world.loseDisk()
    const locked = finding({ facts: { integrity: integrity('It asks for a password.') } })
    await expect(perform(locked.preflight, upload, undefined)).resolves.toMatchObject({
      rejection: { type: 'unsupported' },
    })
  })

  it('probes again after an accident, and after the verdict error', async () => {
    const upload = await world.put('hero.png', png)
    const accident = finding({ facts: {}, problems: { file: 'the tool crashed' }, isTransient: true })
    const plan = await perform(accident.preflight, upload, undefined)
    expect(plan.rejection).toBeUndefined()
    await expect(perform(world.activities.checks, upload, plan)).resolves.toMatchObject({ verdict: 'pass' })
    expect(world.probes).toHaveLength(2)

    await world.loseDisk()
    const required = { ...plan, checks: plan.checks.map((check) => ({ ...check, isRequired: true })) }
    const gap = finding({ facts: {}, problems: { file: 'tesseract is not installed' } })
    await expect(perform(gap.checks, upload, required)).resolves.toMatchObject({ verdict: 'error' })
    await expect(perform(world.activities.checks, upload, required)).resolves.toMatchObject({
      verdict: 'pass',
    })
    expect(world.probes).toHaveLength(4)
  })

  it('parks as configuration when the profile names an unknown check', async () => {
    const upload = await world.put('hero.png', png)
    const profile = world.profiles.get('static_general')
    if (profile !== undefined)
      world.profiles.set('static_general', { ...profile, checks: [{ id: 'file/wieght', settings: {} }] })
    await expect(perform(world.activities.preflight, upload, undefined)).rejects.toMatchObject({
      type: 'configuration',
      message: expect.stringContaining('did you mean "file/weight"?'),
    })
  })
})
