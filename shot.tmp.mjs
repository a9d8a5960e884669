// usage: node shot.mjs <distdir> <outprefix> path[@anchor] ... ; takes 1280/375 light/dark full or viewport
import { chromium } from 'playwright';
import { createServer } from 'node:http';
import { readFileSync, existsSync, statSync } from 'node:fs';
import { join, extname } from 'node:path';
const [dist, prefix, ...paths] = process.argv.slice(2);
const types={'.html':'text/html','.js':'text/javascript','.css':'text/css','.svg':'image/svg+xml','.woff2':'font/woff2','.json':'application/json','.wasm':'application/wasm'};
const s=createServer((q,r)=>{let f=join(dist,decodeURIComponent(q.url.split('?')[0]));if(existsSync(f)&&statSync(f).isDirectory())f=join(f,'index.html');if(!existsSync(f)){r.statusCode=404;return r.end()}r.setHeader('content-type',types[extname(f)]??'application/octet-stream');r.end(readFileSync(f))}).listen(0);
const port=s.address().port;
const b=await chromium.launch({executablePath:'/usr/bin/chromium-headless-shell',args:['--no-sandbox']});
const full=process.env.FULL!=='0';
const widths=(process.env.W??'1280,375').split(',').map(Number);
const schemes=(process.env.S??'light,dark').split(',');
for(const p of paths)for(const w of widths)for(const c of schemes){
 const ctx=await b.newContext({viewport:{width:w,height:w>600?900:800},colorScheme:c});const page=await ctx.newPage();
 page.on('pageerror',e=>console.log('pageerror',p,e.message));page.on('console',m=>{if(m.type()==='error')console.log('console',p,m.text())});
 await page.goto(`http://127.0.0.1:${port}${p}`);await page.waitForTimeout(700);
 if(full)await page.evaluate(async()=>{for(let y=0;y<document.body.scrollHeight;y+=600){scrollTo(0,y);await new Promise(r=>setTimeout(r,40))}scrollTo(0,0)});
 const name=`${prefix}${p.replace(/[^a-z0-9]+/gi,'_')}_${w}_${c}.png`;
 await page.screenshot({path:name,fullPage:full});console.log(name, await page.evaluate(()=>document.documentElement.scrollWidth+'x'+document.documentElement.scrollHeight));await ctx.close();}
await b.close();s.close();
