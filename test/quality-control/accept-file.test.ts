import { acceptFile, acceptProbed, rejectionBySize } from '../../quality-control/accept-file'
import { catalogue } from '../../quality-control/checks/catalogue'
import type { Profile } from '../../quality-control/profile'
import type { DetectedType, ProbeResult } from '../../quality-control/probes/probe'
import type { Medium } from '../../quality-control/report'
import { integrityFacts } from '../support/facts'
import { audioFacts, videoFacts } from '../support/media-facts'

const profile = (...media: Medium[]): Profile => ({
  id: 'p',
  title: 'Television',
  description: '',
  version: '0',
  media,
  extensions: ['mov', 'mp4'],
  maxBytes: 1_000,
  checks: ['file/type', 'video/codec', 'audio/loudness'].map((id) => ({ id, settings: {} })),
})

const movie: DetectedType = {
  type: 'mov',
  mime: 'video/quicktime',
  extensions: ['mov'],
  medium: 'video',
  description: 'QuickTime video',
}

const probed = (changes: Partial<ProbeResult>): ProbeResult => ({
  medium: 'video',
  facts: { integrity: integrityFacts() },
  problems: {},
  previews: [],
  technicalFacts: [],
  tools: [],
  ...changes,
})

const accepted = { medium: 'video' as const, checks: [] }
const decide = (changes: Partial<ProbeResult>, ...media: Medium[]) =>
  acceptProbed(probed(changes), accepted, profile(...media))
const undecodable = (error: string) => ({
  facts: { integrity: integrityFacts({ isDecodable: false, errors: [error] }) },
})

describe('a file by its content', () => {
  it('gets the checks of its medium, whatever its name says', () => {
    expect(acceptFile(movie, profile('video'), catalogue())).toMatchObject({
      medium: 'video',
      checks: [{ id: 'file/type' }, { id: 'video/codec' }, { id: 'audio/loudness' }],
    })
  })

  it('is rejected when the profile does not accept its medium, and the message says what to deliver', () => {
    expect(acceptFile(movie, profile('image'), catalogue())).toMatchObject({
      rejection: {
        type: 'unexpected_type',
        message: 'The file is a QuickTime video, which "Television" does not accept. Deliver MOV or MP4.',
      },
    })
  })

  it('is rejected as damaged when its format is unknown', () => {
    const unknown = { type: 'unknown', mime: 'x/y', extensions: [], description: 'unknown file' }
    expect(acceptFile(unknown, profile('video'), catalogue())).toMatchObject({
      rejection: { type: 'corrupt' },
    })
  })

  it('is rejected by its size alone when it is empty or too large', () => {
    expect(rejectionBySize(0, profile('video'))?.type).toBe('empty')
    expect(rejectionBySize(1_001, profile('video'))?.message).toContain('at most 1 kB')
    expect(rejectionBySize(1_000, profile('video'))).toBeUndefined()
  })
})

describe('a probed file', () => {
  it('is accepted with its video', () => {
    const facts = { integrity: integrityFacts(), video: videoFacts(), audio: audioFacts() }
    expect(decide({ facts }, 'video')).toEqual(accepted)
  })

  it('is rejected when it has audio only and the profile requires video', () => {
    const facts = { integrity: integrityFacts(), audio: audioFacts() }
    expect(decide({ facts }, 'video')).toMatchObject({
      rejection: {
        type: 'unexpected_type',
        message: 'The file contains audio but no video. Export it again with its video.',
      },
    })
  })

  it('is checked as audio when it has audio only and the profile accepts audio', () => {
    const facts = { integrity: integrityFacts(), audio: audioFacts() }
    expect(decide({ facts }, 'video', 'audio')).toEqual({ medium: 'audio', checks: [] })
  })

  it.each([
    ['Unsupported JPEG data precision 12', 'unsupported'],
    ['hexagonal channel layout is not implemented', 'unsupported'],
    ['Incorrect password', 'unsupported'],
    ['moov atom not found', 'corrupt'],
  ])('that fails with "%s" is %s', (error, type) => {
    expect(decide(undecodable(error), 'video')).toMatchObject({ rejection: { type } })
  })

  it.each([
    ['moov atom not found', 'The upload broke off. Export it again or upload it again.'],
    ['premature end of JPEG image', 'The upload broke off. Export it again or upload it again.'],
    ['bad seek to 1372', 'The file is damaged. Export it again and upload it again.'],
    [
      'unsupported marker type 0xf1',
      'This kind of file is not supported. Deliver it as MP4 with H.264 video and AAC stereo audio, or as ' +
        'ProRes in MOV.',
    ],
  ])('that fails with "%s" gets a plain cause and keeps the technical detail', (detail, message) => {
    expect(decide(undecodable(detail), 'video')).toMatchObject({ rejection: { message, detail } })
  })

  it('that has too many pixels is not called damaged', () => {
    const detail = 'The video is 20000 × 20000 pixels; at most 300 million pixels are supported.'
    expect(decide(undecodable(detail), 'video')).toMatchObject({
      rejection: { type: 'unsupported', message: detail },
    })
  })

  it('that is rejected lists what the profile accepts', () => {
    expect(decide(undecodable('bad'), 'video')).toMatchObject({
      rejection: { accepts: { formats: ['MOV', 'MP4'], maxBytes: 1_000 } },
    })
  })

  it('is not rejected for a failure of ours', () => {
    expect(decide({ ...undecodable('killed'), isTransient: true }, 'video')).toEqual(accepted)
  })
})
