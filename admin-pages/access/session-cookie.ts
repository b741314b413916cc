interface Cookie {
  /** The value of the header Set-Cookie; without a token it removes the cookie. */
  set: (publicUrl: string, token?: string) => string
  /** The token in the header Cookie. */
  find: (header: string | undefined, publicUrl: string) => string | undefined
}

/** Of a person who has signed in. */
export const sessionCookie = cookieOf('qc-session')
/** Of a person who is signing in at the provider. */
export const attemptCookie = cookieOf('qc-sign-in')

function cookieOf(word: string): Cookie {
  // Over https the browser keeps the cookie to https and to this very host.
  const nameOf = (publicUrl: string) => (publicUrl.startsWith('https:') ? `__Host-${word}` : word)
  return {
    set: (publicUrl, token) => {
      const name = nameOf(publicUrl)
      const secure = name.startsWith('__Host-') ? '; Secure' : ''
      const age = token === undefined ? '; Max-Age=0' : ''
      // Lax: a link in a message, or the provider, leads to a page, and never posts a form.
      return `${name}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`
    },
    find: (header, publicUrl) => {
      const start = `${nameOf(publicUrl)}=`
      const parts = (header ?? '').split(';').map((part) => part.trim())
      return parts.find((part) => part.startsWith(start))?.slice(start.length)
    },
  }
}
