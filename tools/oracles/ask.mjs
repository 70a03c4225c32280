// Asks the generators written in JavaScript: `node ask.mjs NAME < headings.json > ids.json`.
// Run from a folder whose node_modules hold them.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readFileSync } from 'node:fs'

const require = createRequire(join(process.cwd(), 'package.json'))
const load = (name) => import(pathToFileURL(require.resolve(name)))

const makers = {
  async rehype() {
    const { unified } = await load('unified')
    const names = ['remark-parse', 'remark-gfm', 'remark-rehype', 'rehype-slug', 'rehype-stringify']
    const chain = unified()
    for (const name of names) chain.use((await load(name)).default)
    return async (text) => String(await chain.process(text))
  },
  async hexo() {
    const Hexo = require('hexo')
    const hexo = new Hexo(process.cwd(), { silent: true })
    await hexo.init()
    await hexo.loadPlugin(require.resolve('hexo-renderer-marked'))
    return (text) => hexo.render.render({ text, engine: 'markdown' })
  },
  async vitepress() {
    const { createMarkdownRenderer } = await import(
      pathToFileURL(join(process.cwd(), 'node_modules/vitepress/dist/node/index.js'))
    )
    const renderer = await createMarkdownRenderer(process.cwd())
    return async (text) => renderer.render(text, { path: 'a.md' })
  },
  async docusaurus() {
    // The plugin that gives the ids, between the parser and the printer that Docusaurus uses.
    const { unified } = await load('unified')
    const headings = require(
      join(process.cwd(), 'node_modules/@docusaurus/mdx-loader/lib/remark/headings/index.js'),
    ).default
    const names = ['remark-parse', 'remark-gfm', 'remark-directive']
    const chain = unified()
    for (const name of names) chain.use((await load(name)).default)
    chain.use(headings, { anchorsMaintainCase: false })
    chain.use((await load('remark-rehype')).default)
    // The theme's heading component leaves out the id of a title.
    chain.use(() => (tree) => {
      for (const node of tree.children) if (node.tagName === 'h1') delete node.properties.id
    })
    chain.use((await load('rehype-stringify')).default)
    return async (text) => String(await chain.process(text))
  },
}

const render = await makers[process.argv[2]]()
const found = {}
for (const text of JSON.parse(readFileSync(0, 'utf8'))) {
  try {
    found[text] = await render(text)
  } catch (error) {
    found[text] = null // a text that this generator does not build
  }
}
process.stdout.write(JSON.stringify(found), () => process.exit(0))
