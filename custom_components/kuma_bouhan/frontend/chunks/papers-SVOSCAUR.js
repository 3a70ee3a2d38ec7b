import{a as j}from"./chunk-EMRTJZ7I.js";import{a as F}from"./chunk-GXXA7IJQ.js";import{b as H}from"./chunk-4CQLHLEP.js";import{b as x}from"./chunk-WG5PMATA.js";import{a as q,b as B}from"./chunk-ATON5ECJ.js";import"./chunk-CONIXEFJ.js";import"./chunk-6XGAXVIH.js";import"./chunk-I6UTLSEY.js";import{a as f,b}from"./chunk-3ZYTRFYJ.js";import{a as Q,b as k,c as w}from"./chunk-LJNQ67HQ.js";import"./chunk-3A3V5TTW.js";import{B as I,Ka as c,La as v,P as L,e as P,g as R,k as S,ka as M,n as D,oa as O,p as _,r as E,x as C,ya as N}from"./chunk-UG2EDGRD.js";import{a as o}from"./chunk-BYHIPRB2.js";import{a as y,b as r,e as n,i as h,o as $}from"./chunk-HILQJUX4.js";import{a as m}from"./chunk-LO2NM3CE.js";var z=["site_owner","general_meeting","board","other"],G=({adopted:d,drifted:s})=>d?s?"drifted":"adopted":"never";function J(d,s){let t={};for(let{number:e,clause:a}of d){let i=(s.get(e)??a).trim();i&&(t[String(e)]=i)}return t}var p=class extends f{constructor(t){super();this.digest=t;this.adoption="site_owner";this.on="";this.remarks=""}static{this.styles=[...f.styles,q]}submit(){this.attempt(async()=>{let{panel:t,adoption:e,digest:a}=this;await k(t.hass,"standard/adopt",{adoption:e,on:this.on||t.format.date(Date.now()),digest:a,...this.remarks.trim()?{remarks:this.remarks.trim()}:{}}),t.say(this.t("papers.adopted_now")),this.finish(!0)})}render(){let t=this.panel.format.date(Date.now());return this.frame(this.t("papers.adopt"),r`
        <p>${this.t("papers.adopt_what")}</p>
        ${B("adoption",this.t("papers.adopted_by"),z.map(e=>({value:e,label:this.t(`papers.adoption.${e}`)})),this.adoption,e=>this.adoption=e)}
        <div class="field">
          <label for="on">${this.t("papers.adopted_on")}</label>
          <input
            id="on"
            type="date"
            max=${t}
            .value=${this.on||t}
            @input=${e=>this.on=e.target.value}
          />
        </div>
        <div class="field">
          <label for="remarks">${this.t("papers.adopt_remarks")}</label>
          <textarea
            id="remarks"
            maxlength="2000"
            .value=${this.remarks}
            @input=${e=>this.remarks=e.target.value}
          ></textarea>
        </div>
      `,r`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("papers.adopt_do")}
        </button>
      `)}};m([h()],p.prototype,"adoption",2),m([h()],p.prototype,"on",2),m([h()],p.prototype,"remarks",2);o("kb-adopt-standard",p);var u=class extends f{constructor(t){super();this.articles=t;this.wide=!0;this.changed=new Map}submit(){this.attempt(async()=>{await k(this.panel.hass,"standard/write",{clauses:J(this.articles,this.changed)}),this.panel.say(this.t("papers.written_now")),this.finish(!0)})}render(){return this.frame(this.t("papers.write"),r`
        <p>${this.t("papers.write_what")}</p>
        ${this.articles.map(({number:t,title:e,clause:a})=>r`
            <div class="field">
              <label for="a${t}">${this.t("papers.article",{number:t,title:e})}</label>
              <textarea
                id="a${t}"
                maxlength="4000"
                .value=${a}
                @input=${i=>this.changed.set(t,i.target.value)}
              ></textarea>
            </div>
          `)}
      `,r`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("papers.write_do")}
        </button>
      `)}};m([h()],u.prototype,"changed",2);o("kb-write-clauses",u);var K={never:P,drifted:R,adopted:E},T=class extends v{constructor(){super(...arguments);this.section=new Q(this,"standard","read_standard")}static{this.styles=[...$,y`
      .card {
        display: grid;
        gap: 16px;
      }
      .state.adopted > .icon {
        color: var(--kb-good);
      }
      .text {
        display: grid;
        gap: 20px;
        padding-top: 16px;
      }
      article {
        display: grid;
        gap: 6px;
      }
      .d1 {
        padding-inline-start: 1.5em;
      }
      .d2 {
        padding-inline-start: 3em;
      }
      .clause {
        white-space: pre-line;
        padding-inline-start: 12px;
        border-inline-start: 3px solid color-mix(in srgb, var(--kb-accent) 40%, var(--kb-card));
      }
      summary {
        cursor: pointer;
        font-weight: 600;
        min-height: var(--kb-touch);
        display: flex;
        align-items: center;
        color: var(--kb-accent);
      }
      del,
      ins {
        display: block;
        padding: 4px 10px;
        border-radius: 6px;
        text-decoration: none;
      }
      del {
        background: var(--kb-bad-tint);
      }
      ins {
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
      .changes {
        display: grid;
        gap: 12px;
      }
      .changes li {
        display: grid;
        gap: 4px;
      }
    `]}render(){let{data:t,problem:e}=this.section;return this.panel.may("read_standard")?r`<section class="card" aria-labelledby="standard">
      <h2 id="standard">${this.t("papers.standard")}</h2>
      ${t?this.shown(t):r`<p class="soft" role="status">
              ${e?this.panel.words(e):this.t("papers.loading")}
            </p>`}
    </section>`:n}shown(t){let e=G(t),{adopted:a}=t;return r`
      <div class="note state ${e} ${e==="adopted"?"":"warn"}">
        ${c(K[e])}
        <div>
          <p>
            ${a?this.t(`papers.stands.${e}`,{edition:a.edition,day:this.day(a.on),by:this.t(`papers.adoption.${a.adoption}`)}):this.t("papers.stands.never")}
          </p>
          ${t.undecided.length?r`<p class="small">
                  ${this.t("papers.undecided",{what:this.panel.format.list(t.undecided.map(({text:i})=>i))})}
                </p>`:n}
        </div>
      </div>
      ${e==="drifted"?this.changes(t):n}
      <div class="actions">
        <button class="button" @click=${()=>this.print()}>
          ${c(O,20)}${this.t("papers.print_standard")}
        </button>
        ${t.can.includes("write")?r`<button
                class="button"
                @click=${()=>this.dialog(new u(t.articles))}
              >
                ${c(M,20)}${this.t("papers.write")}
              </button>`:n}
        ${t.can.includes("adopt")?r`<button
                class="button ${e==="adopted"?"":"primary"}"
                @click=${()=>this.dialog(new p(t.digest))}
              >
                ${this.t("papers.adopt")}
              </button>`:n}
      </div>
      <details>
        <summary>${this.t("papers.read_standard")}</summary>
        <div class="text">${t.articles.map(i=>this.article(i))}</div>
      </details>
      ${t.editions.length>1?this.editions(t):n}
    `}article({number:t,title:e,paragraphs:a,clause:i}){return r`<article>
      <h3>${this.t("papers.article",{number:t,title:e})}</h3>
      ${a.map(({text:l,depth:g})=>r`<p class="d${g}">${l}</p>`)}
      ${i?r`<p class="clause">${i}</p>`:n}
    </article>`}changes({difference:t}){return r`<ul class="changes">
      ${t.map(({article:e,title:a,before:i,after:l})=>r`<li>
            <h3>${this.t("papers.article",{number:e,title:a})}</h3>
            ${i.map(g=>r`<del><span class="unseen">${this.t("papers.before")}</span>${g}</del>`)}
            ${l.map(g=>r`<ins><span class="unseen">${this.t("papers.after")}</span>${g}</ins>`)}
          </li>`)}
    </ul>`}editions({editions:t}){return r`<details>
      <summary>${this.t("papers.editions")}</summary>
      <ul>
        ${t.map(({edition:e,on:a,adoption:i,by_name:l})=>r`<li>
              <button class="button quiet" @click=${()=>this.print(e)}>
                ${c(O,20)}${this.t("papers.edition",{edition:e,day:this.day(a),by:this.t(`papers.adoption.${i}`),name:l})}
              </button>
            </li>`)}
      </ul>
    </details>`}day(t){return this.panel.format.longDay(`${t}T12:00:00`)}async print(t){let{hass:e,format:a}=this.panel;try{await x(w(e,"standard",a.language,t?{edition:t}:{}))}catch(i){this.panel.say(this.panel.words(i))}}async dialog(t){await b(t,this.panel)&&await this.section.load()}};o("kb-standard-card",T);var A=class extends v{static{this.styles=[...$,y`
      .page {
        max-width: 960px;
      }
      .offers {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 300px), 1fr));
        gap: 16px;
      }
      .offers button {
        font: inherit;
        color: inherit;
        text-align: start;
        display: flex;
        gap: 16px;
        width: 100%;
        height: 100%;
        cursor: pointer;
      }
      .offers button:hover {
        background: var(--kb-tint);
      }
      .offers .icon {
        color: var(--kb-accent);
        margin-top: 2px;
      }
      .offers span {
        display: block;
      }
      .offers strong {
        display: block;
        line-height: 1.5;
      }
      .year {
        max-width: 160px;
      }
      h2 {
        margin-bottom: 12px;
      }
    `]}render(){let s=this.offers().filter(({act:t})=>this.panel.may(t));return r`<div class="page">
      <kb-standard-card .panel=${this.panel}></kb-standard-card>
      ${s.length?r`<section aria-labelledby="others">
              <h2 id="others">${this.t("papers.others")}</h2>
              <ul class="offers">
                ${s.map(t=>r`<li>
                      <button class="card" @click=${()=>this.open(t)}>
                        ${c(t.icon,28)}
                        <span>
                          <strong>${this.t(`papers.paper.${t.name}`)}</strong>
                          <span class="soft small">${this.t(`papers.what.${t.name}`)}</span>
                        </span>
                      </button>
                    </li>`)}
              </ul>
            </section>`:n}
      <p class="soft small">${this.t("papers.hint")}</p>
    </div>`}offers(){let s=(e,a,i,l={})=>({name:e,act:a,icon:i,open:()=>x(w(this.panel.hass,e,this.panel.format.language,l))}),t=Number(this.panel.format.date(Date.now()).slice(0,4));return[{name:"sign",act:"read_standard",icon:N,open:()=>b(new j,this.panel)},s("organisation_chart","read_standard",D),s("complaint_procedure","read_standard",I),s("self_check","read_self_check",C),s("annual_report","read_supervision",_,{year:t-1}),{...s("annual_report","read_supervision",_,{year:t}),name:"annual_so_far"},{name:"others",act:H(this.panel).length?"read_operation":"nobody",icon:L,open:()=>b(new F,this.panel)},{name:"registers",act:"read_operation",icon:S,open:()=>this.panel.go(["book"])}]}async open({open:s}){try{await s()}catch(t){this.panel.say(this.panel.words(t))}}};o("kb-papers",A);export{A as PapersView};
