import{a as q}from"./chunk-D4KRP3LB.js";import{a as de}from"./chunk-4CQLHLEP.js";import{a as ye,b as be}from"./chunk-WG5PMATA.js";import{a as we,c as N,d as U,e as ve,f as _,g as F}from"./chunk-NY3OBRYI.js";import{f as pe,g as le,h as ce,j as x,k as ue,l as me,m as S,n as A,o as he,p as fe,q as ge}from"./chunk-VZYR7HE6.js";import{a as $e,b as ke}from"./chunk-W4SE3UPL.js";import{c as M,e as E,g as oe}from"./chunk-4SUMXNU5.js";import{b as k}from"./chunk-RBTVVJGX.js";import"./chunk-NJ2G4ZAL.js";import"./chunk-WLYFRM66.js";import"./chunk-I6UTLSEY.js";import{$ as te,H as I,I as Z,Ka as c,La as w,Y as ee,e as B,g as z,ha as se,i as Q,oa as ie,q as X,r as Y,ra as K,w as V}from"./chunk-QH2FQVPP.js";import{a as re,f as W}from"./chunk-3A3V5TTW.js";import{a as ae,e as ne}from"./chunk-LYGZ57WX.js";import{a as g}from"./chunk-BYHIPRB2.js";import{a as y,b as a,e as p,h as f,i as $,o as b}from"./chunk-LBO2O6FZ.js";import{a as u}from"./chunk-LO2NM3CE.js";function xe(o,r,e){let{kind:t,item:s}=o,i=[],n=(l,h=!1)=>{i.push({key:l,grave:h})};if(t==="draft"&&n("draft"),t==="protection"&&s.state==="standing"&&n("protection"),t==="draft"||t==="protection"||t==="seizure")return i;let d=s.can.some(l=>l==="permit"||l==="approve");if(s.state==="requested"||"permission_due"in s&&s.permission_due){let l=t==="extension"?"extension":"disclosure";r.four_eyes.includes(l)?n(s.by===e.user_id?"four_eyes_you":"four_eyes"):s.by===e.user_id&&d&&n("one_person")}return t==="extension"||(s.permission_due&&n("afterwards",!0),s.state==="requested"&&(t==="access"&&n(Te(s)),s.ground==="investigation"&&r.written_request&&!s.written&&n("not_written",!0),s.identity_check||n("no_identity",!0),d&&n("binds")),s.state==="permitted"&&s.masked&&!s.masks.length&&n("to_mask"),s.state==="prepared"&&!s.copies.length&&n("not_taken")),i}function Te({access:o}){return o?o.obliged?"access_obliged":"access_no_ground":"access_unanswered"}var m=(o,r,e)=>({act:o,way:r,run:e}),D=class extends w{static{this.styles=[...b,y`
      .card {
        display: grid;
        gap: 12px;
      }
      .acts {
        display: grid;
        gap: 8px;
      }
      .acts .button {
        width: 100%;
      }
      .urgent.bad {
        color: var(--kb-bad);
        font-weight: 600;
      }
      .urgent.warn {
        color: var(--kb-warn);
        font-weight: 600;
      }
    `]}decide(r){return async()=>{let{DecideRequestDialog:e}=await import("./decide-request-G67ISUGU.js");await this.show(new e(r,this.entry))}}plain(r){return async()=>{let{ConfirmActDialog:e}=await import("./confirm-act-FVIX7JB5.js");await this.show(new e(r,this.entry.item.number))}}async answer(){let{kind:r,item:e}=this.entry;if(r!=="access")return;let{AnswerAccessDialog:t}=await import("./answer-access-7VX6CH3E.js");await this.show(new t(e))}async provide(){let{kind:r,item:e}=this.entry;if(r!=="disclosure"&&r!=="access")return;let{ProvideDialog:t}=await import("./provide-TYDVC3WB.js");await this.show(new t(e))}async show(r){await k(r,this.panel)&&this.dispatchEvent(new CustomEvent("changed"))}get offered(){let{kind:r,item:e}=this.entry,t=e.can,s=this.acts.filter(({act:i})=>t.includes(i));return r==="protection"&&e.state==="standing"?[...this.fromProtection(e.number),...s]:s}get acts(){let{kind:r,item:e}=this.entry,t=s=>()=>this.panel.go(s);switch(r){case"draft":return[m("complete","primary",t(M(e.wanted,"draft",e.number))),m("discard","quiet",this.plain("draft/discard"))];case"protection":return[{...m("end","quiet",this.plain("protect/end")),word:"end_protection"}];case"extension":return[m("approve","primary",this.decide("extension/approve")),m("renew","",t(M("extension","renews",e.number))),m("deny","danger",this.decide("extension/deny")),m("withdraw","quiet",this.plain("extension/withdraw")),m("end","danger",this.decide("extension/end"))];default:{let s=e.access!==null;return[m("permit","primary",this.decide("disclosure/permit")),{...m("answer",s?"":"primary",()=>this.answer()),word:s?"answer_again":"answer"},m("provide",e.copies.length?"primary":"",()=>this.provide()),m("mask","",t(["requests",String(e.number),"masks"])),m("deny","danger",this.decide("disclosure/deny")),m("withdraw","quiet",this.plain("disclosure/withdraw"))]}}}fromProtection(r){return["extension","disclosure"].filter(e=>this.panel.may(`request_${e}`)).map(e=>m(`request_${e}`,"",()=>this.panel.go(M(e,"protection",r))))}render(){let{panel:r,entry:e,offered:t}=this,s=xe(e,this.settings,r.overview.me),i=ge(r,e);return this.hidden=!t.length&&!s.length&&!i,this.hidden?p:a`<section class="card" aria-labelledby="next">
      <h2 id="next">${this.t("requests.next")}</h2>
      ${i?a`<p class="urgent ${i.urgency}">${i.text}</p>`:p}
      ${s.map(({key:n,grave:d})=>a`<p class="note ${d?"warn":""}">
            ${c(d?z:ee)}
            <span>${this.t(`requests.hint.${n}`)}</span>
          </p>`)}
      ${t.length?a`<div class="acts">
              ${t.map(({act:n,word:d,way:l,run:h})=>a`<button class="button ${l}" @click=${()=>{h()}}>
                    ${this.t(`requests.do.${d??n}`)}
                  </button>`)}
            </div>`:p}
    </section>`}};u([f({attribute:!1})],D.prototype,"entry",2),u([f({attribute:!1})],D.prototype,"settings",2);g("kb-request-acts",D);var L=class extends w{static{this.styles=[...b,q,y`
      .card {
        gap: 4px;
      }
      .rows > li:first-child {
        border-top: 0;
      }
      .settled {
        display: flex;
        align-items: center;
        gap: 6px;
        color: var(--kb-good);
        line-height: 1.5;
      }
      .overdue {
        display: flex;
        gap: 6px;
        font-weight: 600;
        color: var(--kb-bad);
      }
    `]}async confirm(r){let{ConfirmCopyDialog:e}=await import("./confirm-copy-TFJMMHVJ.js");await k(new e(this.item,r),this.panel)&&this.dispatchEvent(new CustomEvent("changed"))}render(){let{copies:r,provided:e}=this.item;return this.hidden=!r.length&&!e,this.hidden?p:a`<section class="card" aria-labelledby="copies">
      <h2 id="copies">${this.t("requests.copies.heading")}</h2>
      <ul class="rows">
        ${e?this.handed(e):p} ${r.map(t=>this.downloaded(t))}
      </ul>
    </section>`}handed(r){let{medium:e,medium_text:t,copies:s,duty:i,due:n}=r;return this.row(this.t("requests.copies.handed"),[this.t("requests.handed",{medium:t||this.t(`requests.medium.${e}`),count:s}),this.t(`requests.duty.${i}`)],i==="none"?null:{...r,due:n&&ue(this.panel,n)},r.confirmed_at,()=>this.confirm(null))}downloaded(r){let{format:e}=this.panel;return this.row(this.t("requests.copies.downloaded",{number:r.copy,form:this.t(`requests.form.${r.form}`)}),[[S(this.panel,r.name),x(this.panel,r.at),e.bytes(r.bytes)].join("・")],{...r,due:r.due&&x(this.panel,r.due)},null,()=>this.confirm(r.copy))}row(r,e,t,s,i){return a`<li>
      <div class="what">
        <p><strong>${r}</strong></p>
        ${e.map(n=>a`<p class="small soft">${n}</p>`)}
        ${t?this.standing(t,s):p}
      </div>
      ${t&&!t.fate&&this.item.can.includes("confirm")?a`<div class="do">
              <button
                class="button"
                aria-label=${this.t("requests.copies.confirm_of",{name:r})}
                @click=${i}
              >
                ${this.t("requests.copies.confirm")}
              </button>
            </div>`:p}
    </li>`}standing({due:r,overdue:e,fate:t},s){return t?a`<p class="small settled">
        ${c(Y,18)}
        <span>
          ${this.t(`requests.fate.${t}`)} ${s?x(this.panel,s):""}
        </span>
      </p>`:r?e?a`<p class="small overdue">
          ${c(z,18)}
          <span>${this.t("requests.copies.overdue",{when:r})}</span>
        </p>`:a`<p class="small soft">${this.t("requests.copies.due",{when:r})}</p>`:p}};u([f({attribute:!1})],L.prototype,"item",2);g("kb-request-copies",L);function qe(o,r){let{t:e}=o,{decided:t,withdrawn:s,ended:i,state:n}=r,d=[{what:e("requests.history.asked"),at:r.at,who:A(o,r)}];if(t){let l=n==="denied";d.push({what:e(`requests.history.${l?"denied":"approved"}`),...R(o,t),more:[t.one_person&&e("requests.one_person_did"),l&&r.deny_reason]})}return i&&d.push({what:e("requests.history.ended"),...R(o,i),more:[r.end_reason]}),s&&d.push({what:e("requests.history.withdrawn"),...R(o,s)}),G(o,d)}function J(o,r){let{t:e,format:t}=o,{decided:s,withdrawn:i,prepared:n,provided:d}=r;if(r.asks==="seizure")return G(o,[{what:e("requests.history.seized"),at:r.seized_at??r.at},{what:e("requests.history.noted"),at:r.at,who:A(o,r)}]);let l=[{what:e("requests.history.asked"),at:r.at,who:A(o,r)}];s&&l.push({what:e(`requests.history.${s.denied?"denied":"permitted"}`),...R(o,s),more:[s.one_person&&e("requests.one_person_did"),s.afterwards&&e("requests.afterwards_did"),s.no_ground&&e("requests.no_ground"),s.reason]});for(let{camera:h,at:T,masks:P}of r.masks){let H=o.overview.cameras?.find(j=>j.camera===h)?.place??"";l.push({what:e("requests.history.masked",{place:H,count:P}),at:T})}n&&l.push({what:e("requests.history.prepared"),at:n.at,more:[e("requests.files",{count:n.files,size:t.bytes(n.bytes)}),n.masked&&e("requests.masked_copy")]});for(let{form:h,at:T,name:P}of r.copies)l.push({what:e("requests.history.downloaded",{form:e(`requests.form.${h}`)}),at:T,who:S(o,P)});if(d){let{medium:h,medium_text:T,copies:P,received_by:H,receipt:j}=d;l.push({what:e("requests.history.provided"),at:d.at,more:[e("requests.handed",{medium:T||e(`requests.medium.${h}`),count:P}),H&&e("requests.received_by",{name:H}),e(j?"requests.receipt_yes":"requests.receipt_no")]}),d.fate&&l.push({what:e(`requests.fate.${d.fate}`),at:d.confirmed_at})}return i&&l.push({what:e("requests.history.withdrawn"),...R(o,i)}),r.state==="void"&&l.push({what:e("requests.history.void"),at:s?.until??null}),G(o,l)}var R=(o,{at:r,name:e})=>({at:r,who:S(o,e)});function G(o,r){let e=({at:s})=>s?Date.parse(s):1/0,t=[...r].sort((s,i)=>e(s)-e(i)||0);return a`<section class="card" aria-labelledby="history">
    <h2 id="history">${o.t("requests.history.heading")}</h2>
    <ol class="history">
      ${t.map(({what:s,at:i,who:n,more:d=[]})=>a`<li>
            <p><strong>${s}</strong></p>
            <p class="small soft">
              ${[i?x(o,i):"",n??""].filter(Boolean).join("・")}
            </p>
            ${d.filter(Boolean).map(l=>a`<p class="small text">${l}</p>`)}
          </li>`)}
    </ol>
  </section>`}var Pe=1e3,Ee=3e3,v=class extends w{constructor(){super(...arguments);this.status=null;this.lost=!1;this.problem=null;this.busy=!1;this.turn=0}static{this.styles=[...b,q,y`
      .card {
        gap: 12px;
      }
      progress {
        appearance: none;
        display: block;
        width: 100%;
        height: 10px;
        border: 0;
        border-radius: 999px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 12%, var(--kb-card));
      }
      progress::-webkit-progress-bar {
        background: none;
      }
      progress::-webkit-progress-value {
        background: var(--kb-fill);
        border-radius: 999px;
        transition: inline-size 0.8s linear;
      }
      progress::-moz-progress-bar {
        background: var(--kb-fill);
        border-radius: 999px;
      }
      .far {
        display: flex;
        justify-content: space-between;
        gap: 4px 16px;
        flex-wrap: wrap;
      }
      .downloads {
        display: grid;
        gap: 8px;
      }
      .downloads .button {
        width: 100%;
      }
      .rows > li > .what {
        flex-basis: 180px;
      }
    `]}connectedCallback(){super.connectedCallback(),this.look(this.turn)}updated(e){super.updated(e);let t=e.get("item");t&&t.prepared?.at!==this.item.prepared?.at&&this.look(this.turn)}disconnectedCallback(){super.disconnectedCallback(),this.turn+=1,clearTimeout(this.polling)}async look(e){clearTimeout(this.polling);let t=null;try{let s=this.status?.state,i=await oe(this.panel.hass,this.item.number);if(e!==this.turn)return;this.status=i,this.lost=!1,i.state==="measuring"?t=Pe:s==="measuring"&&this.settled(i)}catch(s){if(e!==this.turn)return;let i=W(s);this.lost=i.key==="no_connection",this.lost?t=Ee:this.problem=i}t!==null&&(this.polling=setTimeout(()=>{this.look(e)},t))}settled({state:e}){e==="ready"&&this.panel.say(this.t("requests.package.ready")),this.dispatchEvent(new CustomEvent("changed"))}async attempt(e){if(!this.busy){this.busy=!0,this.problem=null;try{await $e(()=>this.panel,e)}catch(t){this.problem=W(t)}finally{this.busy=!1}}}prepare(){this.attempt(async()=>{await E(this.panel.hass,"disclosure/prepare",{number:this.item.number}),await this.look(this.turn)})}async link(e,t={}){let{number:s}=this.item,{url:i}=await E(this.panel.hass,"disclosure/link",{number:s,form:e,...t});ye(i),this.panel.say(this.t("requests.package.begun")),this.dispatchEvent(new CustomEvent("changed"))}take(e,t={}){this.attempt(()=>this.link(e,t))}async takeSealed(){let{SealPackageDialog:e}=await import("./seal-package-FARJOLMJ.js"),t=new e;t.send=s=>ke(()=>this.panel,()=>this.link("sealed_package",{secret:s})),await k(t,this.panel)}can(e){return this.item.can.includes(e)}render(){let{status:e,problem:t}=this;return a`<section class="card" aria-labelledby="package">
      <h2 id="package">${this.t("requests.package.heading")}</h2>
      ${this.body(e)}
      ${this.lost?a`<p class="note warn" role="status">
              ${c(te)}<span>${this.t("requests.package.lost")}</span>
            </p>`:p}
      ${t?a`<p class="note bad" role="alert">
              ${c(B)}<span>${this.panel.words(t)}</span>
            </p>`:p}
    </section>`}body(e){switch(e?.state){case void 0:return this.problem||this.lost?p:a`<p class="soft" role="status">${this.t("shell.loading")}</p>`;case"measuring":return this.measuring(e);case"ready":return this.ready(e);case"failed":return a`<p class="note bad" role="alert">
            ${c(B)}
            <span>${this.panel.words(new re(e.error??"unexpected"))}</span>
          </p>
          ${this.prepareButton("again")}`;default:return a`<p>${this.t(`requests.package.${this.item.prepared?"gone":"what"}`)}</p>
          ${this.prepareButton(this.item.prepared?"again":"prepare")}`}}prepareButton(e){return this.can("prepare")?a`<div class="downloads">
      <button class="button primary" ?disabled=${this.busy} @click=${this.prepare}>
        ${c(e==="again"?K:se,20)}
        ${this.t(`requests.package.${e}`)}
      </button>
    </div>`:p}measuring({done:e,total:t,seconds_left:s}){let{format:i}=this.panel;if(!t)return a`
        <p id="doing">${this.t("requests.package.measuring")}</p>
        <progress aria-labelledby="doing"></progress>
        <p class="hint">${this.t("requests.package.goes_on")}</p>
      `;let n=this.t("requests.package.far",{done:i.bytes(e),total:i.bytes(t)});return a`
      <p id="doing">${this.t("requests.package.measuring")}</p>
      <progress
        aria-labelledby="doing"
        aria-valuetext=${n}
        max=${t}
        .value=${Math.min(e,t)}
      ></progress>
      <p class="far small soft numbers">
        <span>${n}</span>
        <span>
          ${s===null?this.t("requests.package.left_unknown"):this.t("requests.package.left",{time:i.length(s)})}
        </span>
      </p>
      <p class="hint">${this.t("requests.package.goes_on")}</p>
    `}ready({bytes:e,files:t,manifest:s}){let{format:i}=this.panel;return this.can("download")?a`
      <p>${this.t("requests.files",{count:t.length,size:i.bytes(e)})}</p>
      <div class="downloads">
        <button
          class="button ${this.item.copies.length?"":"primary"}"
          ?disabled=${this.busy}
          @click=${()=>this.take("package")}
        >
          ${c(I,20)}${this.t("requests.package.take")}
        </button>
        <button class="button" ?disabled=${this.busy} @click=${this.takeSealed}>
          ${c(Z,20)}${this.t("requests.package.take_sealed")}
        </button>
      </div>
      <p class="hint">${this.t("requests.package.duty")}</p>
      <details>
        <summary>
          ${c(V)}${this.t("requests.package.single",{count:t.length})}
        </summary>
        <ul class="rows">
          ${t.map(n=>this.file(n))}
        </ul>
      </details>
      <details>
        <summary>${c(V)}${this.t("requests.package.more")}</summary>
        <p class="small soft">${this.t("requests.package.manifest")}</p>
        <p><code>${s}</code></p>
        ${this.prepareAgain()}
      </details>
    `:a`<p>
        ${this.t("requests.files",{count:t.length,size:i.bytes(e)})}
      </p>`}prepareAgain(){return this.can("prepare")?a`<button class="button quiet" ?disabled=${this.busy} @click=${this.prepare}>
      ${c(K,20)}${this.t("requests.package.again")}
    </button>`:p}file(e){let{format:t}=this.panel,s=this.t("span.both",{from:`${t.day(e.start)} ${t.seconds(e.start)}`,to:t.seconds(e.end)}),i=ce(this.panel,[e.camera]);return a`<li>
      <div class="what">
        <p><strong>${i}</strong> <span class="soft small">${t.bytes(e.bytes)}</span></p>
        <p class="small soft numbers">${s}</p>
        ${e.why&&e.why!=="beginning"?a`<p class="small soft">${this.why(e.why)}</p>`:p}
      </div>
      ${e.kind==="stills"?a`<p class="small soft">${this.t("requests.package.stills")}</p>`:a`<div class="do">
              <button
                class="button"
                aria-label=${this.t("requests.package.take_one",{place:i,span:s})}
                ?disabled=${this.busy}
                @click=${()=>this.take("video",{file:e.index})}
              >
                ${c(I,20)}${this.t("requests.package.download")}
              </button>
            </div>`}
    </li>`}why(e){let t=`requests.why.${e}`,s=this.t(t);return s===t?this.t("requests.why.other"):s}};u([f({attribute:!1})],v.prototype,"item",2),u([$()],v.prototype,"status",2),u([$()],v.prototype,"lost",2),u([$()],v.prototype,"problem",2),u([$()],v.prototype,"busy",2);g("kb-request-package",v);var C=class extends w{constructor(){super(...arguments);this.busy=!1}static{this.styles=[...b,y`
      .card {
        display: grid;
        gap: 12px;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      .button {
        width: 100%;
        justify-content: flex-start;
        text-align: start;
        border-radius: 12px;
        padding-inline: 16px;
      }
    `]}async print({paper:e,original_end:t}){let{panel:s}=this;this.busy=!0;try{await be(E(s.hass,"paper",{paper:e,number:this.entry.item.number,language:s.format.language,...t?{original_end:t}:{}}).then(({url:i})=>i))}catch(i){s.say(s.words(i))}finally{this.busy=!1}}render(){let e=de(this.entry);return this.hidden=!e.length,this.hidden?p:a`<section class="card" aria-labelledby="papers">
      <h2 id="papers">${this.t("requests.papers")}</h2>
      <ul>
        ${e.map(t=>a`<li>
              <button class="button" ?disabled=${this.busy} @click=${()=>this.print(t)}>
                ${c(ie,20)}
                <span>
                  ${this.t(`requests.paper.${t.paper}`)}
                  ${t.original_end?this.t("requests.of_end",{day:me(this.panel,t.original_end)}):p}
                </span>
              </button>
            </li>`)}
      </ul>
      <p class="hint">${this.t("requests.papers_hint")}</p>
    </section>`}};u([f({attribute:!1})],C.prototype,"entry",2),u([$()],C.prototype,"busy",2);g("kb-request-papers",C);var _e=y`
  :host {
    display: block;
    container-type: inline-size;
  }
  .page {
    max-width: 1200px;
  }
  .top {
    display: grid;
    gap: 8px;
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    justify-self: start;
    min-height: var(--kb-touch);
    padding-inline-end: 12px;
    font-weight: 600;
    text-decoration: none;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
  }
  .name h2 {
    outline: none;
  }
  .name .number {
    margin-inline-end: 8px;
    color: var(--kb-soft);
    font-weight: 400;
  }
  .columns,
  .about,
  .doing {
    display: grid;
    gap: 16px;
    align-content: start;
    min-width: 0;
  }
  .about > *,
  .doing > * {
    min-width: 0;
  }
  .card {
    gap: 12px;
  }
  .guideline blockquote {
    margin: 0;
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--kb-accent);
    line-height: 1.7;
    text-wrap: pretty;
  }
  .history {
    display: grid;
    gap: 12px;
  }
  .history > li {
    position: relative;
    padding-inline-start: 24px;
  }
  .history > li::before {
    content: "";
    position: absolute;
    inset: 9px auto auto 3px;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--kb-accent);
  }
  .history > li:not(:last-child)::after {
    content: "";
    position: absolute;
    inset: 23px auto -16px 7px;
    width: 2px;
    background: var(--kb-line);
  }
  .history .text {
    white-space: pre-line;
  }
  .steps {
    display: flex;
    margin-top: 8px;
  }
  .steps li {
    position: relative;
    flex: 1;
    display: grid;
    justify-items: center;
    align-content: start;
    gap: 4px;
    max-width: 180px;
    text-align: center;
    font-size: 14px;
    line-height: 1.4;
    color: var(--kb-soft);
  }
  .steps li:not(:first-child)::before {
    content: "";
    position: absolute;
    inset: 13px calc(50% + 18px) auto calc(-50% + 18px);
    height: 2px;
    background: var(--kb-line);
  }
  .steps li.done::before {
    background: var(--kb-accent);
  }
  .steps .dot {
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border: 2px solid var(--kb-line);
    border-radius: 50%;
    font-weight: 600;
    background: var(--kb-card);
  }
  .steps .done .dot {
    border-color: var(--kb-fill);
    color: #fff;
    background: var(--kb-fill);
  }
  .steps [aria-current] {
    font-weight: 600;
    color: var(--kb-accent);
  }
  .steps [aria-current] .dot {
    border-color: var(--kb-accent);
  }
  @media (max-width: 599px) {
    .name .number {
      display: block;
    }
  }
  @container (min-width: 900px) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 380px;
      gap: 24px;
      align-items: start;
    }
    .about {
      grid-column: 1;
      grid-row: 1;
    }
    .doing {
      grid-column: 2;
      grid-row: 1;
      position: sticky;
      top: 80px;
    }
  }
`;var O=class extends w{constructor(){super(...arguments);this.changed=()=>{this.dispatchEvent(new CustomEvent("changed"))}}static{this.styles=[...b,q,we,_e]}firstUpdated(){this.focusTitle()}updated(e){super.updated(e);let t=e.get("entry")?.item.can.join();t===void 0||t===this.entry.item.can.join()||requestAnimationFrame(()=>{let s=this.renderRoot.activeElement;(document.activeElement===document.body||s?.matches("[tabindex='-1']"))&&this.focusTitle()})}focusTitle(){this.renderRoot.querySelector("#title")?.focus({preventScroll:!0})}render(){let{entry:e}=this,s=!(e.kind==="draft"||e.item.state!=="requested")||!e.item.can.length;return a`<div class="page">
      ${this.head()}
      <div class="columns ${s?"":"acts-first"}">
        ${s?a`${this.about()} ${this.doing()}`:a`${this.doing()} ${this.about()}`}
      </div>
    </div>`}head(){let{panel:e,entry:t}=this,{kind:s,item:i}=t;return a`<div class="top">
      <a
        class="back"
        href=${ne(ae,["requests"])}
        @click=${n=>{n.ctrlKey||n.metaKey||n.shiftKey||(n.preventDefault(),e.go(["requests"]))}}
      >
        ${c(Q,20)}${this.t("requests.back")}
      </a>
      <div class="name">
        <h2 tabindex="-1" id="title">
          <span class="number numbers">${this.t("requests.number",{number:i.number})}</span>
          ${s==="protection"?this.t(`requests.kind.${s}`):this.t("requests.title",{kind:this.t(`requests.kind.${s}`),about:he(e,t)})}
        </h2>
        ${fe(e,t)}
      </div>
      ${s==="disclosure"||s==="access"?this.steps(i):p}
    </div>`}steps(e){let t=le(e);return t===null?p:a`<ol class="steps" aria-label=${this.t("requests.steps")}>
      ${pe.map((s,i)=>a`<li class=${i<t?"done":""} aria-current=${i===t?"step":p}>
            <span class="dot">${i<t?c(X,16):i+1}</span>
            <span>${this.t(`requests.step.${s}`)}</span>
            ${i<t?a`<span class="unseen">${this.t("requests.step_done")}</span>`:p}
          </li>`)}
    </ol>`}about(){return a`<div class="about">${this.sheets()}</div>`}sheets(){let{panel:e,entry:t}=this,{kind:s,item:i}=t;switch(s){case"draft":return this.cards(N(e,i),_(e,i));case"protection":return this.cards(N(e,i),_(e,i,{until:i.until,plain:!0}));case"extension":return a`
          ${this.cards(ve(e,i),_(e,i,{until:i.protected_until,held:i.held_until}))}
          ${F(e,"extension")} ${qe(e,i)}
        `;case"seizure":return a`
          ${this.cards(U(e,i),_(e,{...i,true:[]},{plain:!0}))}
          ${F(e,s)} ${J(e,i)}
        `;default:return a`
          ${this.cards(U(e,i),_(e,i,{until:i.protected_until,held:i.held_until}))}
          ${F(e,i.ground??"access")} ${J(e,i)}
        `}}cards(e,t){let{kind:s}=this.entry;return a`
      <section class="card" aria-labelledby="asked">
        <h2 id="asked">
          ${this.t(`requests.asked_${s==="protection"||s==="seizure"?s:"of"}`)}
        </h2>
        ${e}
      </section>
      <section class="card" aria-labelledby="span">
        <h2 id="span">${this.t("requests.footage")}</h2>
        ${t}
      </section>
    `}doing(){let{panel:e,entry:t,settings:s,changed:i}=this,{kind:n,item:d}=t,l=n==="disclosure"||n==="access";return a`<div class="doing">
      <kb-request-acts
        .panel=${e}
        .entry=${t}
        .settings=${s}
        @changed=${i}
      ></kb-request-acts>
      ${l&&d.can.some(h=>h==="prepare"||h==="download")?a`<kb-request-package
              .panel=${e}
              .item=${d}
              @changed=${i}
            ></kb-request-package>`:p}
      ${l?a`<kb-request-copies
              .panel=${e}
              .item=${d}
              @changed=${i}
            ></kb-request-copies>`:p}
      <kb-request-papers .panel=${e} .entry=${t}></kb-request-papers>
    </div>`}};u([f({attribute:!1})],O.prototype,"entry",2),u([f({attribute:!1})],O.prototype,"settings",2);g("kb-request-page",O);export{O as RequestPage};
