import type { Report } from '../../workflows/contract'
import type { Presentation } from '../../quality-control/report/presentation'
import type { ActivityClient, ReportDefaults } from './dependencies'

/** How a client's report looks: its own wishes, then the settings of all clients. */
export function presentationOf(
  { language, timeZone, contact, boxWebUrl, pagesUrl }: ReportDefaults,
  { report: wishes, reportsFolderId }: Pick<ActivityClient, 'report' | 'reportsFolderId'>,
  { fileId, workflowId }: Pick<Report, 'fileId' | 'workflowId'>,
): Presentation {
  const inBox = (path: string) => (boxWebUrl === '' ? undefined : `${boxWebUrl}/${path}`)
  return {
    language: wishes.language ?? language,
    timeZone: wishes.timeZone ?? given(timeZone),
    contact: wishes.contact ?? given(contact),
    links: {
      source: inBox(`file/${fileId}`),
      reports: reportsFolderId === undefined ? undefined : inBox(`folder/${reportsFolderId}`),
      run: pagesUrl === '' ? undefined : `${pagesUrl}/run?id=${encodeURIComponent(workflowId)}`,
    },
  }
}

const given = (text: string) => (text === '' ? undefined : text)
