import type { CheckResult, Report } from '../../workflows/contract'
import type { EmbeddedPreview } from '../../quality-control/report/embedded-preview'

/** A report with one of everything, for the tests of the renderer. */
export function exampleReport(changes: Partial<Report> = {}): Report {
  return {
    schema: 1,
    session: '20261124T093000Z-123456',
    clientId: 'acme',
    clientName: 'Acme & Sons',
    fileName: 'Spring Sale <b>30s</b> “final”.mp4',
    sizeBytes: 12_345_678,
    sha1: 'a'.repeat(40),
    sha256: 'b'.repeat(64),
    fileId: '1234567890123',
    versionId: '2234567890123',
    eventTime: '2026-11-24T09:30:00Z',
    workflowId: 'qc/acme/1234567890123/2234567890123',
    profile: { id: 'video_general', title: 'Online video', version: '0123456789ab' },
    medium: 'video',
    verdict: 'fail',
    score: 49,
    penalties: [
      { check: 'video/black-frames', points: 40 },
      { check: 'audio/loudness', points: 15 },
      { check: 'video/letterbox', points: 2.5 },
    ],
    results: [
      failed('video/black-frames', 'Black frames interrupt the video', 'blocker'),
      failed('audio/loudness', 'The audio is too loud', 'major'),
      { ...failed('video/letterbox', 'The video has black bars', 'minor'), status: 'warn' },
      {
        check: 'video/frame-rate',
        title: 'The frame rate is right',
        status: 'pass',
        severity: 'major',
        findings: [],
        findingsOmitted: 0,
      },
      {
        check: 'copy/spelling',
        title: 'The words are spelled right',
        status: 'errored',
        severity: 'minor',
        findings: [],
        findingsOmitted: 0,
        reason: 'No text could be read.',
      },
      {
        check: 'video/captions',
        title: 'Captions are there',
        status: 'not_applicable',
        severity: 'minor',
        findings: [],
        findingsOmitted: 0,
        reason: 'The profile does not require it.',
      },
    ],
    technicalFacts: [
      { label: 'Display size', value: '1920 × 1080 px' },
      { label: 'Frame rate', value: '25 fps' },
    ],
    visuals: {
      durationSeconds: 30,
      loudness: {
        values: Array.from({ length: 300 }, (_, index) =>
          index > 100 && index < 130 ? null : -20 + 6 * Math.sin(index / 14),
        ),
        targetLufs: -23,
        toleranceLu: 0.5,
      },
      lanes: [
        { name: 'Black', spans: [{ start: 10, end: 11.5 }] },
        { name: 'Freeze', spans: [] },
        { name: 'Flash', spans: [{ start: 20, end: 20.4 }] },
        { name: 'Silence', spans: [{ start: 10, end: 13 }] },
        { name: 'Cuts', spans: [5, 10, 11.5, 15].map((start) => ({ start, end: start })) },
      ],
    },
    tools: [{ name: 'ffmpeg', version: '5.1.9' }],
    ...changes,
  }
}

function failed(check: string, title: string, severity: CheckResult['severity']): CheckResult {
  return {
    check,
    title,
    why: 'Viewers mistake it for a fault of the player.',
    remedy: 'Cut the black frames out and export again.',
    status: 'fail',
    severity,
    findings: [
      {
        level: 'fail',
        message: '38 black frames inside the video',
        at: { startSeconds: 10, endSeconds: 11.52 },
        measured: '1.52 s',
        expected: 'none',
      },
    ],
    findingsOmitted: 3,
  }
}

/** A JPEG preview of one colour is enough: the renderer never opens it. */
export function examplePreview(bytes: Buffer, changes: Partial<EmbeddedPreview> = {}): EmbeddedPreview {
  return {
    file: 'preview-1.jpg',
    kind: 'frame',
    widthPixels: 320,
    heightPixels: 180,
    atSeconds: 10,
    alt: 'Frame at 0:10.00',
    bytes,
    ...changes,
  }
}
