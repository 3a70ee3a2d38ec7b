import{a as J}from"./chunk-5FR6BD7Q.js";import{a as j}from"./chunk-ZC4UJGCY.js";import{b as Q}from"./chunk-4CQLHLEP.js";import{b as y}from"./chunk-WG5PMATA.js";import{a as T,b as S}from"./chunk-FWTH2NWR.js";import"./chunk-PLOKVUB2.js";import"./chunk-4SUMXNU5.js";import{a as u,b}from"./chunk-RBTVVJGX.js";import{b as O}from"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import{b as q,f as z}from"./chunk-I6UTLSEY.js";import{a as G,b as R,c as $}from"./chunk-LJNQ67HQ.js";import{B as M,Ka as m,La as _,P as W,e as P,g as C,k as E,ka as L,n as H,oa as w,p as I,r as N,x as F,ya as B}from"./chunk-QH2FQVPP.js";import"./chunk-3A3V5TTW.js";import{a as o}from"./chunk-BYHIPRB2.js";import{a as x,b as r,e as n,i as l,o as k}from"./chunk-LBO2O6FZ.js";import{a as d}from"./chunk-LO2NM3CE.js";var K=["site_owner","general_meeting","board","other"],U=({adopted:c,drifted:a})=>c?a?"drifted":"adopted":"never";function V(c,a){let t={};for(let{number:e,clause:i}of c){let s=(a.get(e)??i).trim();s&&(t[String(e)]=s)}return t}var f=class extends u{constructor(t){super();this.digest=t;this.adoption="site_owner";this.on="";this.remarks=""}static{this.styles=[...u.styles,T]}submit(){this.attempt(async()=>{let{panel:t,adoption:e,digest:i}=this;await R(t.hass,"standard/adopt",{adoption:e,on:this.on||t.format.date(Date.now()),digest:i,...this.remarks.trim()?{remarks:this.remarks.trim()}:{}}),t.say(this.t("papers.adopted_now")),this.finish(!0)})}render(){let t=this.panel.format.date(Date.now());return this.frame(this.t("papers.adopt"),r`
        <p>${this.t("papers.adopt_what")}</p>
        ${S("adoption",this.t("papers.adopted_by"),K.map(e=>({value:e,label:this.t(`papers.adoption.${e}`)})),this.adoption,e=>this.adoption=e)}
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
        ${O(this.fields({remarks:this.remarks}),"remarks",{label:this.t("papers.adopt_remarks"),rows:2,most:2e3})}
      `,r`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("papers.adopt_do")}
        </button>
      `)}};d([l()],f.prototype,"adoption",2),d([l()],f.prototype,"on",2),d([l()],f.prototype,"remarks",2);o("kb-adopt-standard",f);var v=class extends u{constructor(t){super();this.articles=t;this.wide=!0;this.changed=new Map}submit(){this.attempt(async()=>{await R(this.panel.hass,"standard/write",{clauses:V(this.articles,this.changed)}),this.panel.say(this.t("papers.written_now")),this.finish(!0)})}form(t,e){let i=`a${t}`;return this.asForm({[i]:this.changed.get(t)??e},s=>{this.changed=new Map([...this.changed,[t,String(s[i])]])})}render(){return this.frame(this.t("papers.write"),r`
        <p>${this.t("papers.write_what")}</p>
        ${this.articles.map(({number:t,title:e,clause:i})=>O(this.form(t,i),`a${t}`,{label:this.t("papers.article",{number:t,title:e}),rows:2,most:4e3}))}
      `,r`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${this.t("papers.write_do")}
        </button>
      `)}};d([l()],v.prototype,"changed",2);o("kb-write-clauses",v);var X={never:P,drifted:C,adopted:N},A=class extends _{constructor(){super(...arguments);this.section=new G(this,"standard","read_standard")}static{this.styles=[...k,x`
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
    </section>`:n}shown(t){let e=U(t),{adopted:i}=t;return r`
      <div class="note state ${e} ${e==="adopted"?"":"warn"}">
        ${m(X[e])}
        <div>
          <p>
            ${i?this.t(`papers.stands.${e}`,{edition:i.edition,day:this.day(i.on),by:this.t(`papers.adoption.${i.adoption}`)}):this.t("papers.stands.never")}
          </p>
          ${e==="adopted"?n:r`<p>
                  ${this.t(`papers.to_do.${t.can.includes("adopt")?e:"others"}`)}
                </p>`}
          ${t.undecided.length?r`<p class="small">
                  ${this.t("papers.undecided",{what:this.panel.format.list(t.undecided.map(({text:s})=>s))})}
                </p>`:n}
        </div>
      </div>
      ${e==="drifted"?this.changes(t):n}
      <div class="actions">
        <button class="button" @click=${()=>this.print()}>
          ${m(w,20)}${this.t("papers.print_standard")}
        </button>
        ${t.can.includes("write")?r`<button
                class="button"
                @click=${()=>this.dialog(new v(t.articles))}
              >
                ${m(L,20)}${this.t("papers.write")}
              </button>`:n}
        ${t.can.includes("adopt")?r`<button
                class="button ${e==="adopted"?"":"primary"}"
                @click=${()=>this.dialog(new f(t.digest))}
              >
                ${this.t("papers.adopt")}
              </button>`:n}
      </div>
      <details>
        <summary>${this.t("papers.read_standard")}</summary>
        <div class="text">${t.articles.map(s=>this.article(s))}</div>
      </details>
      ${t.editions.length?this.editions(t):n}
    `}article({number:t,title:e,paragraphs:i,clause:s}){return r`<article>
      <h3>${this.t("papers.article",{number:t,title:e})}</h3>
      ${i.map(({text:h,depth:p})=>r`<p class="d${p}">${h}</p>`)}
      ${s?r`<p class="clause">${s}</p>`:n}
    </article>`}changes({difference:t}){return r`<ul class="changes">
      ${t.map(({article:e,title:i,before:s,after:h})=>r`<li>
            <h3>${this.t("papers.article",{number:e,title:i})}</h3>
            ${s.map(p=>r`<del><span class="unseen">${this.t("papers.before")}</span>${p}</del>`)}
            ${h.map(p=>r`<ins><span class="unseen">${this.t("papers.after")}</span>${p}</ins>`)}
          </li>`)}
    </ul>`}editions({editions:t}){return r`<details>
      <summary>${this.t("papers.editions")}</summary>
      <ul>
        ${t.map(({edition:e,on:i,adoption:s,by_name:h})=>r`<li>
              <button class="button quiet" @click=${()=>this.print(e)}>
                ${m(w,20)}${this.t("papers.edition",{edition:e,day:this.day(i),by:this.t(`papers.adoption.${s}`),name:h})}
              </button>
            </li>`)}
      </ul>
    </details>`}day(t){return this.panel.format.longDay(`${t}T12:00:00`)}async print(t){let{hass:e,format:i}=this.panel;try{await y($(e,"standard",i.language,t?{edition:t}:{}))}catch(s){this.panel.say(this.panel.words(s))}}async dialog(t){await b(t,this.panel)&&await this.section.load()}};o("kb-standard-card",A);var Y=[1,2,3,4,5,6,7,8,9,10,11,12],Z=["past","present"],g=class extends u{constructor(){super(...arguments);this.chosen=null;this.which="past"}static{this.styles=[...u.styles,T]}get month(){return this.chosen??(this.panel.overview.site?.profile==="home"?1:4)}year(t){let[e=0,i=1]=this.panel.format.date(Date.now()).split("-").map(Number);return e-(i<this.month?1:0)-(t==="past"?1:0)}span(t){let{format:e}=this.panel,i=p=>`${p}-${String(this.month).padStart(2,"0")}-01`,s=p=>e.fullDay(q(`${p}T12:00`,e.zone)??Date.now()),h=this.year(t);return this.t("papers.report.span",{from:s(i(h)),to:s(z(i(h+1),-1))})}submit(){let{panel:t,month:e,which:i}=this,s={year:this.year(i),month:e};this.attempt(()=>y($(t.hass,"annual_report",t.format.language,s)))}render(){return this.frame(this.t("papers.report.heading"),r`
        <div class="field">
          <label for="month">${this.t("papers.report.month")}</label>
          <select
            id="month"
            aria-describedby="month-hint"
            @change=${t=>this.chosen=Number(t.target.value)}
          >
            ${Y.map(t=>r`<option value=${t} ?selected=${t===this.month}>
                  ${this.panel.format.month(t)}
                </option>`)}
          </select>
          <p class="hint" id="month-hint">${this.t("papers.report.month_hint")}</p>
        </div>
        ${S("which",this.t("papers.report.which"),Z.map(t=>({value:t,label:this.t(`papers.report.${t}`),more:this.span(t)})),this.which,t=>this.which=t)}
      `,r`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${m(w,20)}${this.t("papers.sign.do")}
        </button>
      `)}};d([l()],g.prototype,"chosen",2),d([l()],g.prototype,"which",2);o("kb-print-report",g);var D=class extends _{static{this.styles=[...k,x`
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
      h2 {
        margin-bottom: 12px;
      }
    `]}render(){let a=this.offers().filter(({act:t})=>this.panel.may(t));return r`<div class="page">
      <kb-standard-card .panel=${this.panel}></kb-standard-card>
      ${a.length?r`<section aria-labelledby="others">
              <h2 id="others">${this.t("papers.others")}</h2>
              <ul class="offers">
                ${a.map(t=>r`<li>
                      <button class="card" @click=${()=>this.open(t)}>
                        ${m(t.icon,28)}
                        <span>
                          <strong>${this.t(`papers.paper.${t.name}`)}</strong>
                          <span class="soft small">${this.t(`papers.what.${t.name}`)}</span>
                        </span>
                      </button>
                    </li>`)}
              </ul>
            </section>`:n}
      <p class="soft small">${this.t("papers.hint")}</p>
    </div>`}offers(){let a=(t,e,i)=>({name:t,act:e,icon:i,open:()=>y($(this.panel.hass,t,this.panel.format.language))});return[{name:"sign",act:"read_standard",icon:B,open:()=>b(new J,this.panel)},a("organisation_chart","read_standard",H),a("complaint_procedure","read_standard",M),a("self_check","read_self_check",F),{name:"annual_report",act:"read_supervision",icon:I,open:()=>b(new g,this.panel)},{name:"others",act:Q(this.panel).length?"read_operation":"nobody",icon:W,open:()=>b(new j,this.panel)},{name:"registers",act:"read_operation",icon:E,open:()=>this.panel.go(["book"])}]}async open({open:a}){try{await a()}catch(t){this.panel.say(this.panel.words(t))}}};o("kb-papers",D);export{D as PapersView};
