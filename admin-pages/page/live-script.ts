/**
 * The only script of the pages, for the page of an open run: it fetches the page again and puts in what has
 * changed. It waits while somebody types, has a form open or has selected text, and ends with the run.
 * Without it the page has links for the same.
 */
export const liveScript = `'use strict'
{
  const everyMs = 3000
  const endsAt = Date.now() + 15 * 60000
  const main = document.getElementById('content')
  const live = document.getElementById('live')
  const button = live.querySelector('button')
  let timer

  function turn(isOn) {
    clearInterval(timer)
    if (isOn) timer = setInterval(update, everyMs)
    button.textContent = isOn ? 'Stop updating' : 'Update by itself'
    button.onclick = () => turn(!isOn)
  }

  function isInUse() {
    const isTyping = document.activeElement.closest('#content form') !== null
    return document.hidden || isTyping || main.querySelector('details[open]') || !getSelection().isCollapsed
  }

  async function update() {
    if (Date.now() > endsAt) return turn(false)
    if (isInUse()) return
    const answer = await fetch(location.href, { headers: { 'x-live': 'yes' } }).catch(() => undefined)
    if (answer?.redirected) return turn(false)
    if (!answer?.ok || isInUse()) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    for (const id of ['run-head', 'run']) renew(document.getElementById(id), fresh.getElementById(id))
    document.title = fresh.title
    tell(fresh.getElementById('live')?.querySelector('[role=status]').textContent)
  }

  function tell(words) {
    const status = live.querySelector('[role=status]')
    const result = document.querySelector('#run-head .states').textContent.replace(/\\s+/g, ' ').trim()
    const text = words ?? 'The run has ended: ' + result
    if (status.textContent !== text) status.textContent = text
    if (words !== undefined) return
    turn(false)
    live.querySelector('.actions').remove()
  }

  function renew(old, fresh) {
    if (old.outerHTML === fresh.outerHTML) return
    if (old.id === 'run' && old.children.length === fresh.children.length)
      return [...fresh.children].forEach((part, index) => renew(old.children[index], part))
    const href = old.contains(document.activeElement) && document.activeElement.getAttribute('href')
    old.replaceWith(fresh)
    if (href) [...fresh.querySelectorAll('a')].find((one) => one.getAttribute('href') === href)?.focus()
  }

  button.hidden = false
  turn(true)
}
`
