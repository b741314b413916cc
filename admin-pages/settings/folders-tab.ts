import type { IncomingFolder } from '../../config/incoming-folders'
import type { Client } from '../../config/parse-client'
import { type Html, html } from '../../quality-control/report/html'
import type { PagesDeps } from '../deps'
import type { Handler } from '../page-request'
import { clientNamed } from './client-named'
import { settingsTabs } from './settings-tabs'

/** Which folder's uploads get which profile. */
export function foldersTab(deps: PagesDeps): Handler {
  return ({ params }) => {
    const client = clientNamed(deps, params.client)
    const folders = deps.config.incomingFolders.all().filter(({ clientId }) => clientId === client.id)
    const body = html`${settingsTabs(client, 'folders')} ${folderTable(client, folders, deps)}`
    return { title: `Folders of ${client.displayName}`, area: 'clients', body }
  }
}

function folderTable(client: Client, folders: IncomingFolder[], { config, settings }: PagesDeps): Html {
  const own = new Map(client.incomingFolders.map(({ folderId, profileId }) => [folderId, profileId]))
  const link = (id: string) => html`<a href="${settings.boxWebUrl}/folder/${id}">${id}</a>`
  return html`<section>
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">Folder</th>
          <th scope="col">Purpose</th>
          <th scope="col">Profile</th>
          <th scope="col">From</th>
          <th scope="col">Files that are checked</th>
        </tr>
      </thead>
      <tbody>
        ${folders.map(
          ({ folderId, profileId, extensions, problem }) =>
            html`<tr>
              <th scope="row">${link(folderId)}</th>
              <td>INCOMING</td>
              <td data-label="Profile">
                <a href="/profiles/${encodeURIComponent(profileId)}"
                  >${config.profiles().get(profileId)?.title ?? profileId}</a
                >
                ${problem !== undefined && html`<p class="notice problem">${problem}</p>`}
              </td>
              <td data-label="From">
                ${own.get(folderId) === undefined ? 'the default profile' : 'the map in clients.yaml'}
              </td>
              <td data-label="Files">${extensions?.map((one) => `.${one}`).join(' ')}</td>
            </tr>`,
        )}
        ${
          client.reportsFolderId !== undefined &&
          html`<tr>
          <th scope="row">${link(client.reportsFolderId)}</th>
          <td>REPORTS</td>
          <td></td>
          <td></td>
          <td></td>
        </tr>`
        }
      </tbody>
    </table>
    <p class="hint">
      Folders are configured in <code>clients.yaml</code>. <code>box_folder_id</code> takes a map of
      folders to profiles, so that each folder can have a profile of its own.
    </p>
  </section>`
}
