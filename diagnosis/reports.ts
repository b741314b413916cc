import { itemsIn } from './client-problems'
import { type Diagnosis, type Examination, pass, warn } from './diagnosis'

/**
 * More files in one folder make Box slow:
 * https://support.box.com/hc/en-us/articles/360043693654-How-Much-Content-Do-You-Want-To-Migrate-To-Box-
 */
const maxFiles = 10_000

/** Reports are kept until somebody says otherwise, and REPORTS fills up. */
export const reports: Examination = {
  what: 'reports',
  needs: 'Box',
  isAfterStart: true,
  async examine({ box, clients, config }) {
    const connected = await box()
    const { retentionDays } = config().reports
    const full: Diagnosis[] = []
    for (const { id, reportsFolderId } of clients()) {
      if (reportsFolderId === undefined) continue
      if (await isAtMost(maxFiles, itemsIn(connected, reportsFolderId))) continue
      const evidence = `${id}: REPORTS ${reportsFolderId} has more than ${maxFiles} items: Box gets slow`
      full.push(
        warn(this.what, evidence, `admin-cli reports prune --client ${id} --older-than 90d --dry-run`),
      )
    }
    const kept = retentionDays === 0 ? 'kept for ever' : `kept for ${retentionDays} days`
    return full.length > 0 ? full : [pass(this.what, `at most ${maxFiles} in each REPORTS, ${kept}`)]
  },
}

async function isAtMost(limit: number, items: AsyncIterable<unknown>): Promise<boolean> {
  let count = 0
  for await (const _ of items) if ((count += 1) > limit) return false
  return true
}
