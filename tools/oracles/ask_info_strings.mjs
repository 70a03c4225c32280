// Asks a package written in JavaScript what it makes of Markdown: `node ask_info_strings.mjs NAME`
// in a folder with its packages, the texts as JSON on its input; writes the pages as JSON.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

const require = createRequire(`${process.cwd()}/x.js`)
const load = (name) => import(pathToFileURL(require.resolve(name)))
const texts = JSON.parse(await new Response(process.stdin).text())

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')

const askers = {
  async vitepress() {
    const path = `${process.cwd()}/node_modules/vitepress/dist/node/index.js`
    const { createMarkdownRenderer } = await import(pathToFileURL(path))
    const markdown = await createMarkdownRenderer('.')
    return (text) => markdown.render(text)
  },
  async docusaurus() {
    // What the theme is given, which cuts nothing off.
    const path = `${process.cwd()}/node_modules/@mdx-js/mdx/index.js`
    const { compile } = await import(pathToFileURL(path))
    return async (text) => {
      const code = String(await compile(text))
      const found = /className: ("(?:[^"\\]|\\.)*")/.exec(code)
      return /\.code, \{/.test(code) ? `<code class="${found ? escaped(JSON.parse(found[1])) : ''}">` : ''
    }
  },
}

const ask = await askers[process.argv[2]]()
const pages = []
for (const text of texts) {
  try {
    pages.push(await ask(text))
  } catch {
    pages.push(null)
  }
}
process.stdout.write(JSON.stringify(pages))
