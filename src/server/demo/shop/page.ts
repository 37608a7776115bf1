import type { WidgetId } from '../../../protocol/model/index.ts'
import { products, type Product } from '../content/products.ts'
import { shopTexts, type ShopTexts } from './texts.ts'

export interface ShopPage {
  readonly language: 'zh-CN' | 'en'
  readonly serverUrl: string
  readonly widgetId: WidgetId
}

/** The page; the chat is the script line before `</body>` and nothing else. */
export const renderShop = ({ language, serverUrl, widgetId }: ShopPage): string => {
  const texts = shopTexts[language]
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(texts.title)}</title>
<meta name="description" content="${escaped(texts.description)}">
<link rel="icon" href="/crane.svg" type="image/svg+xml">
<link rel="stylesheet" href="/shop.css">
</head>
<body>
<header>
<a class="brand" href="${language === 'en' ? '/en' : '/'}">${escaped(texts.brand)}</a>
<nav>
${texts.nav.map(([href, label]) => `<a href="${href}">${escaped(label)}</a>`).join('\n')}
<a href="${texts.other.href}" lang="${texts.other.language}" hreflang="${texts.other.language}">${texts.other.label}</a>
</nav>
</header>
<main>
<section class="hero">
<div>
<h1>${escaped(texts.headline)}</h1>
<p>${escaped(texts.lead)}</p>
<a class="button" href="#products">${escaped(texts.browse)}</a>
</div>
<img src="/dawn-s5.svg" width="380" height="317" alt="">
</section>
<section id="products">
<h2>${escaped(texts.productsTitle)}</h2>
<ul class="products">
${products
  .filter(({ id }) => id in texts.lines)
  .map((product) => card(product, language, texts))
  .join('\n')}
</ul>
</section>
<dl class="promises" id="service">
${texts.promises.map(([title, text]) => `<div><dt>${escaped(title)}</dt><dd>${escaped(text)}</dd></div>`).join('\n')}
</dl>
<section class="help" id="help">
<h2>${escaped(texts.helpTitle)}</h2>
<p>${escaped(texts.help)}</p>
</section>
</main>
<footer>${escaped(texts.footer)}</footer>
<script async src="${escaped(serverUrl)}/foyer.js" data-widget="${escaped(widgetId)}"></script>
</body>
</html>
`
}

const card = ({ id, zh, en, price }: Product, language: ShopPage['language'], { lines }: ShopTexts): string =>
  `<li><img src="/${id}.svg" width="240" height="200" alt=""><h3>${escaped(language === 'en' ? en : zh)}</h3>` +
  `<p>${escaped(lines[id] ?? '')}</p><span class="price">¥${price.toLocaleString('en')}</span></li>`

const escaped = (text: string): string =>
  text.replaceAll(
    /[&<>"]/gu,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  )
