/** Over https the browser keeps the cookie to https and to this very host. */
function nameOf(publicUrl: string): string {
  return publicUrl.startsWith('https:') ? '__Host-qc-session' : 'qc-session'
}

/** The value of the header Set-Cookie; without a token it removes the cookie. */
export function sessionCookie(publicUrl: string, token?: string): string {
  const name = nameOf(publicUrl)
  const secure = name.startsWith('__Host-') ? '; Secure' : ''
  const age = token === undefined ? '; Max-Age=0' : ''
  // Lax: a link in a message leads to a page, and never posts a form.
  return `${name}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`
}

export function tokenIn(header: string | undefined, publicUrl: string): string | undefined {
  const start = `${nameOf(publicUrl)}=`
  const parts = (header ?? '').split(';').map((part) => part.trim())
  return parts.find((part) => part.startsWith(start))?.slice(start.length)
}
