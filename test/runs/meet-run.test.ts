import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { meetingOf, type MetRun } from '../../runs/meet-run'
import { moveOf } from '../../runs/move-of'

const at = (time: string) => new Date(`2026-11-24T10:${time}Z`)

describe('an upload that meets a run of its id', () => {
  const running: MetRun = {
    status: 'RUNNING',
    state: 'running',
    closedAt: undefined,
    isOwnEvent: false,
    move: undefined,
    eventTime: at('30:00'),
  }
  const completed: MetRun = { ...running, status: 'COMPLETED', state: 'done', closedAt: at('20:05.300') }
  const moved = { at: at('20:03.900'), isDone: true }

  it.each<[string, MetRun, string]>([
    ['its own event again, while it runs', { ...running, isOwnEvent: true }, 'duplicate'],
    [
      'its own event again, after it has completed',
      { ...completed, move: moved, isOwnEvent: true },
      'duplicate',
    ],
    ['another event before its move', running, 'duplicate'],
    ['another event while it is parked', { ...running, state: 'needs_attention' }, 'duplicate'],
    ['an event older than its move', { ...completed, move: moved, eventTime: at('20:02') }, 'duplicate'],
    ['the file put back after the run', { ...completed, move: moved }, 'next'],
    [
      'the file put back in the second of the move, which Box tells as a whole one',
      { ...completed, move: moved, eventTime: at('20:03') },
      'next',
    ],
    [
      'the file put back between the move and the close',
      { ...completed, move: moved, eventTime: at('20:04') },
      'next',
    ],
    ['the file put back while the run still cleans up', { ...running, state: 'done', move: moved }, 'next'],
    ['an event while the move goes on', { ...running, move: { ...moved, isDone: false } }, 'wait'],
    [
      'an event from before that move',
      { ...running, move: { ...moved, isDone: false }, eventTime: at('20:02') },
      'duplicate',
    ],
    ['the file put back while a withdrawn run cleans up', { ...running, state: 'withdrawn' }, 'wait'],
    [
      'the file put back after a withdrawn run',
      { ...running, status: 'FAILED', state: 'withdrawn' },
      'again',
    ],
    ['any event after a terminated run', { ...running, status: 'TERMINATED', isOwnEvent: true }, 'again'],
    ['a later event after a run without a move', completed, 'next'],
    ['an older event after a run without a move', { ...completed, eventTime: at('20:04') }, 'duplicate'],
  ])('%s', (_, run, meeting) => {
    expect(meetingOf(run)).toBe(meeting)
  })
})

describe('the move of a recorded run', () => {
  const folder = join(__dirname, '../fixtures/histories')
  const eventsOf = (name: string) => {
    const { events } = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as {
      events: (object & { eventTime: string })[]
    }
    // Recorded times are texts; over gRPC they come as seconds and nanoseconds.
    return events.map((event) => ({
      ...event,
      eventTime: { seconds: Math.floor(Date.parse(event.eventTime) / 1000), nanos: 0 },
    }))
  }

  it.each([
    ['passed', true],
    ['parked-and-retried', true],
    ['superseded', true],
    ['shadow', undefined],
    ['withdrawn', undefined],
    ['abandoned', undefined],
    ['cancelled', undefined],
    ['superseded-before-the-move', undefined],
  ])('%s: done %s', (name, isDone) => {
    expect(readdirSync(folder)).toContain(`${name}.json`)
    expect(moveOf(eventsOf(name))?.isDone).toBe(isDone)
  })

  it('begins when its last attempt began, and is not done while that lasts', () => {
    const scheduled = {
      eventId: 5,
      eventTime: { seconds: 100 },
      activityTaskScheduledEventAttributes: { activityType: { name: 'moveToProcessed' } },
    }
    const started = {
      eventId: 6,
      eventTime: { seconds: 160, nanos: 5e8 },
      activityTaskStartedEventAttributes: { scheduledEventId: 5 },
    }
    const failed = { eventId: 7, activityTaskFailedEventAttributes: { scheduledEventId: 5 } }
    const completed = { eventId: 7, activityTaskCompletedEventAttributes: { scheduledEventId: 5 } }
    expect(moveOf([scheduled])).toEqual({ at: new Date(100_000), isDone: false })
    expect(moveOf([scheduled, started, completed])).toEqual({ at: new Date(160_500), isDone: true })
    expect(moveOf([scheduled, started, failed])).toBeUndefined()
  })
})
