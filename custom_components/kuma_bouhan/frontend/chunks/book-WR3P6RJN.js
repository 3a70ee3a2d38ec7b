import{a as A,b as L,k as D}from"./chunk-H4DKSF5R.js";import{a as q}from"./chunk-ZIN35BPL.js";import{a as j}from"./chunk-KA4H2XQN.js";import{d as C}from"./chunk-QHMONJDD.js";import{a as k}from"./chunk-BYHIPRB2.js";import{O as S,X as z,e as g,ea as c,k as M,m as P,p as E}from"./chunk-QYOGACWQ.js";import{a as v,b as d,e as m,h as T,i as u,l as $,o as x}from"./chunk-Y6P6W76B.js";import{e as _}from"./chunk-TUMC7OTP.js";import{a as p}from"./chunk-LO2NM3CE.js";var H={all:"read_supervision",viewing:"read_supervision",erasures:"read_operation",gaps:"read_operation",recording:"read_operation",retention:"read_operation",appointments:"read_supervision",unlocking:"read_supervision",settings:"read_supervision",refusals:"read_supervision",findings:"read_operation"},Z=50;function O(i){return Object.keys(H).filter(t=>i.may.includes(H[t]))}function U(i,t){let e=O(t),r=e[0];if(!r)return null;let[,s,o,l,n]=i;return{register:e.includes(s)?s:r,camera:o&&o!=="-"?o:"",from:L(l),to:L(n)}}function N({register:i,camera:t,from:e,to:r}){let s=[i,t||"-",e||"-",r||"-"];for(;s.length>1&&s.at(-1)==="-";)s.pop();return["book",...s]}function G(i,t,e){let{register:r,camera:s,from:o,to:l}=t;return i.callWS({type:"kuma_bouhan/register",register:r,offset:e,limit:Z,...s?{camera:s}:{},...o?{start:`${o}T00:00:00`}:{},...l?{end:`${A(l)}T00:00:00`}:{}})}function I(i,t){return i.callWS({type:"kuma_bouhan/proof",seq:t})}function w(i){return`${i.seq} ${i.kind} ${i.facts.slot??i.facts.start??""} ${i.facts.camera??""}`}function W(i,t){let e=new Set(i.map(w));return[...i,...t.filter(r=>!e.has(w(r)))]}function J(i){let t=new Set(i.map(({order:e})=>e));return i.filter(({phase:e,seq:r})=>e!=="ordered"||!t.has(r))}function y(i){let t=i.kind==="erasure"?i.facts.erased_at:i.facts.start;return(i.kind==="gap"||i.kind==="erasure")&&typeof t=="string"?t:i.entered}function K(i,t){let{t:e}=t,{facts:r}=i,s=new F(i,t),o=V(i,e),l=e(o,{name:s.name(),place:s.place(),role:s.role(r.role),roles:s.roles(),act:s.act(),count:Number(r.count??r.acts??0),before:Number(r.days_before??0),after:Number(r.days_after??0)});return{text:B(l),more:[...s.more()].filter(Boolean)}}function Q(i,{t,name:e}){return i.door==="itself"?t("book.by_itself"):i.automated||!i.user_id?t("book.by_automation"):i.by||e(i.user_id)||t("book.by_person")}function V({kind:i,facts:t},e){let r=`book.kind.${i}`;return i==="recording_switched"&&(r+=t.on?"_on":"_off"),e(r)===r?"book.kind.unknown":r}var F=class{constructor(t,e){this.line=t;this.reader=e;this.t=e.t,this.facts=t.facts,this.personal=t.personal??{}}name(){let{facts:t,personal:e,reader:r}=this,s=t.user_id??t.requested_by??this.line.user_id;return a(e.name)||typeof s=="string"&&r.name(s)||this.t("book.somebody")}place(){let{facts:t,personal:e,t:r}=this,s=R(t.cameras);if(s.length)return this.reader.format.list(s.map(l=>this.placeOf(l)));if(typeof t.camera=="string")return this.placeOf(t.camera);let o=e.settings;return ee(o)&&a(o.place)?a(o.place):r("book.all_cameras")}role(t){return typeof t=="string"?this.word("role",t):""}roles(){return this.reader.format.list(R(this.facts.roles).map(t=>this.role(t)))}act(){return this.word("book.act",a(this.facts.act))}*more(){let{facts:t,personal:e,t:r}=this;switch(this.line.kind){case"appointed":case"handed_over":a(e.title)&&(yield r("book.more.title",{title:a(e.title)})),yield this.span("since","until");break;case"appointment_ended":yield this.moment("until","book.until","until"),t.secrecy_acknowledged&&(yield r("book.more.secrecy"));break;case"role_lost":yield this.word("book.more.absence",a(t.absence));break;case"refounding_announced":yield this.moment("ready","book.more.ready","when");break;case"refounded":case"keys_begun":yield this.fingerprint();break;case"key_made":t.sees===!1&&(yield r("book.more.signs_only"));break;case"holder_admitted":t.by_code&&(yield r("book.more.by_code"));break;case"holder_removed":t.signs_on&&(yield r("book.more.signs_on")),yield this.fingerprint();break;case"recovery_code_used":yield this.word("book.code_use",a(t.use));break;case"viewing_began":case"viewing_requested":yield this.span("start","end"),yield this.purpose(),a(t.ground)&&(yield r("book.more.ground",{ground:this.word("viewing.ground",a(t.ground))})),yield this.people("attendees","book.more.attendees"),yield this.reason(a(e.reason_text)),a(e.document)&&(yield r("book.more.document",{document:a(e.document)}));break;case"viewing_permitted":case"viewing_denied":yield r("book.more.request",{number:Number(t.request??0)}),t.one_person&&(yield r("book.more.one_person"));break;case"viewing_ended":yield this.word("book.viewing_end",a(t.reason));break;case"footage_played":yield this.span("start","end"),t.stretches&&(yield r("book.more.stretches",{count:Number(t.stretches)}));break;case"site_changed":case"camera_changed":{let s=R(t.fields).map(o=>this.word("book.field",o));s.length&&(yield r("book.more.fields",{fields:this.reader.format.list(s)}));break}case"retention_changed":Number(t.slots)&&(yield r("book.more.sooner",{count:Number(t.slots)}));break;case"erasure_asked":yield this.span("true_start","true_end")||this.span("start","end"),t.chunks&&(yield r("book.more.chunks",{count:Number(t.chunks),size:this.reader.format.bytes(Number(t.bytes??0))})),yield this.reason(a(e.reason_text));break;case"purge_asked":yield r("book.more.hours",{count:Number(t.slots??0)});break;case"unlocked":yield this.moment("until","book.more.until","when");break;case"unlock_failed":yield this.moment("until","book.more.wait","when");break;case"locked":yield this.people("users","book.more.locked_for"),yield this.word("book.lock_reason",a(t.reason));break;case"refusal":Number(t.count)>1&&(yield r("book.more.count",{count:Number(t.count)})),yield this.word("book.refused",a(t.key).replace(/^role_needed_.*/,"role_needed"));break;case"vault_finding":case"book_finding":yield this.word("book.finding",a(t.finding)),yield a(t.detail);break;case"started":yield r("book.more.version",{version:a(t.software)});break;case"routine":yield r("book.more.routine",{cameras:Number(t.chunks??0),gaps:Number(t.gaps??0),erasures:Number(t.erasures??0)});break;case"gap":yield this.span("start","end"),yield this.word("gap",a(t.reason));break;case"erasure":yield this.span("start","end"),yield this.reason(a(t.reason)),yield r(t.confirmed?"book.more.confirmed":"book.more.unconfirmed");break;default:yield this.span("start","end"),yield this.reason(a(e.reason)||a(e.reason_text))}}placeOf(t){return this.reader.place(t)??this.t("book.removed_camera")}word(t,e){if(!e)return"";let r=`${t}.${e}`,s=this.t(r);return s===r?e:s}reason(t){return t?this.t("book.more.reason",{reason:this.word("book.cause",t)}):""}purpose(){let t=a(this.facts.purpose);if(!t)return"";let e=t==="beyond"?this.t("viewing.beyond"):this.word("viewing.purpose",t);return this.t("book.more.purpose",{purpose:e})}people(t,e){let s=R(this.facts[t]).map(o=>this.reader.name(o)).filter(o=>o!==null);return s.length?this.t(e,{names:this.reader.format.list(s)}):""}fingerprint(){let t=a(this.facts.vault_fingerprint)||a(this.facts.fingerprint);return t?this.t("book.more.new_fingerprint",{fingerprint:t}):""}moment(t,e,r){let s=this.facts[t];return typeof s=="string"?this.t(e,{[r]:this.at(s)}):""}span(t,e){let[r,s]=[this.facts[t],this.facts[e]];return typeof r!="string"?"":typeof s!="string"?this.t("book.since",{since:this.at(r)}):this.t("book.span",{start:this.at(r),end:this.endOf(r,s)})}at(t){let{format:e}=this.reader;return`${e.fullDay(t)} ${e.time(t)}`}endOf(t,e){let{format:r}=this.reader;return r.date(t)===r.date(e)?r.time(e):this.at(e)}};function B(i){return i.charAt(0).toUpperCase()+i.slice(1)}function a(i){return typeof i=="string"?i:""}function R(i){return Array.isArray(i)?i.filter(t=>typeof t=="string"):[]}function ee(i){return typeof i=="object"&&i!==null&&!Array.isArray(i)}var f=class extends x{constructor(){super(...arguments);this.proof=null;this.problem=null;this.asking=!1}static{this.styles=[...$,j,v`
      :host {
        display: block;
      }
      .line {
        display: grid;
        grid-template-columns: 72px 1fr;
        gap: 0 12px;
        padding: 14px 0 4px;
      }
      time {
        color: var(--kb-soft);
        line-height: 1.65;
      }
      .text {
        font-weight: 600;
      }
      .line.ordered .text {
        font-weight: 400;
        color: var(--kb-soft);
      }
      .line > details {
        grid-column: 2;
        min-width: 0;
      }
      details > summary {
        font-size: 14px;
        font-weight: 500;
        color: var(--kb-soft);
      }
      details > summary:hover {
        color: var(--kb-accent);
      }
      .proof {
        display: grid;
        gap: 12px;
        padding: 4px 0 12px;
      }
      .check {
        display: flex;
        gap: 12px;
        align-items: flex-start;
        line-height: 1.6;
      }
      .check > .icon {
        margin-top: 1px;
        color: var(--kb-soft);
      }
      .check.good > .icon {
        color: var(--kb-good);
      }
      .check.bad {
        color: var(--kb-bad);
        font-weight: 600;
      }
      .check.bad > .icon {
        color: inherit;
      }
      pre {
        margin: 0 0 12px;
        padding: 12px;
        max-height: 320px;
        overflow: auto;
        border-radius: 8px;
        background: color-mix(in srgb, var(--kb-text) 6%, var(--kb-card));
        font-family: ui-monospace, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
        font-size: 13px;
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      @media (max-width: 599px) {
        .line {
          grid-template-columns: 1fr;
        }
        .line > details {
          grid-column: 1;
        }
      }
    `]}shouldUpdate(e){return e.size!==1||!e.has("panel")||!this.hasUpdated}async check(e){if(!(!e.target.open||this.proof||this.asking)){this.asking=!0,this.problem=null;try{this.proof=await I(this.panel.hass,this.line.seq)}catch(r){this.problem=_(r)}finally{this.asking=!1}}}render(){let{line:e,reader:r}=this,{text:s,more:o}=K(e,r),l=y(e);return d`<div class="line ${e.phase}">
      <time datetime=${l} class="numbers">${r.format.time(l)}</time>
      <div>
        <p>
          <span class="text">${s}</span>
          ${this.phase()}
        </p>
        <p class="soft small">${[Q(e,r),...o].join("・")}</p>
        ${e.erased?d`<p class="soft small">${this.erased()}</p>`:m}
      </div>
      <details @toggle=${this.check}>
        <summary>${c(P,20)}${this.t("book.proof.show")}</summary>
        <div class="proof" aria-live="polite">${this.proven()}</div>
      </details>
    </div>`}phase(){switch(this.line.phase){case"ordered":return d`<span class="tag plain">${this.t("book.ordered")}</span>`;case"failed":return d`<span class="tag bad">${this.t("book.failed")}</span>`;default:return m}}erased(){let{erased:e}=this.line;return typeof e=="string"?this.t("book.erased",{date:this.reader.format.fullDay(e)}):this.t("book.erased_undated")}proven(){let{proof:e,problem:r}=this;if(r)return d`<p class="check bad">
        ${c(g)}<span>${this.panel.words(r)}</span>
      </p>`;if(!e)return d`<p class="soft">${this.t("book.proof.checking")}</p>`;let{format:s}=this.reader;return d`
      ${e.included?this.checked("good","included",{size:s.number(e.size)}):this.checked("bad","not_included")}
      ${e.signature==="holds"?this.checked("good","signed"):e.signature==="broken"?this.checked("bad","broken"):this.checked("none","unsigned")}
      <p class="soft small">${this.t("book.proof.limits")}</p>
      <details>
        <summary>${c(P,20)}${this.t("book.proof.technical")}</summary>
        <p class="soft small">${this.t("book.proof.technical_explain")}</p>
        <pre tabindex="0">${X(e)}</pre>
        <button class="button" @click=${()=>this.copy(e)}>
          ${c(E,20)}${this.t("book.proof.copy")}
        </button>
      </details>
    `}checked(e,r,s={}){return d`<p class="check ${e}">
      ${c({good:M,bad:g,none:S}[e])}<span>${this.t(`book.proof.${r}`,s)}</span>
    </p>`}async copy(e){let r=await q(X(e));this.panel.say(this.t(r?"copy.copied":"copy.not_copied"))}};p([T({attribute:!1})],f.prototype,"line",2),p([T({attribute:!1})],f.prototype,"reader",2),p([u()],f.prototype,"proof",2),p([u()],f.prototype,"problem",2);function X({leaf:i,index:t,size:e,root:r,path:s,checkpoint:o,...l}){let n=l.host_fingerprint;return JSON.stringify({index:t,size:e,leaf:i,path:s,root:r,checkpoint:o,host_fingerprint:n},null,2)}k("kb-book-line",f);var h=class extends x{constructor(){super(...arguments);this.lines=[];this.more=!1;this.reading=!0;this.problem=null;this.names=new Map;this.asked="";this.turn=0}static{this.styles=[...$,v`
      .page {
        max-width: 960px;
      }
      .filter {
        display: grid;
        gap: 16px;
        align-items: end;
      }
      @media (min-width: 700px) {
        .filter {
          grid-template-columns: 1fr 1fr;
        }
      }
      @media (min-width: 1000px) {
        .filter {
          grid-template-columns: 1fr 1fr 1.5fr;
        }
      }
      .filter .days {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      .filter .do {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        grid-column: 1 / -1;
      }
      .day > h2 {
        font-size: 17px;
        position: sticky;
        top: 56px;
        z-index: 1;
        padding: 12px 4px 8px;
        background: var(--kb-page);
      }
      .lines {
        padding: 0 20px;
      }
      .lines > li + li {
        border-top: 1px solid var(--kb-line);
      }
      .end {
        display: grid;
        justify-items: center;
        gap: 12px;
      }
      @media (max-width: 599px) {
        .lines {
          padding: 0 16px;
        }
      }
    `]}connectedCallback(){super.connectedCallback(),this.asked=""}willUpdate(e){super.willUpdate(e);let r=this.filter;if(!r)return;let s=N(r).join("/");s!==this.asked&&(this.asked=s,this.load(r),!this.names.size&&this.panel.may("appoint")&&this.learnNames())}get filter(){return U(this.panel.path,this.panel.overview.me)}async load(e){this.lines=[],await this.page(e,0)}async page(e,r){let s=++this.turn;this.reading=!0,this.problem=null;try{let o=await G(this.panel.hass,e,r);if(s!==this.turn)return;this.lines=W(this.lines,o.lines),this.more=o.more}catch(o){s===this.turn&&(this.problem=_(o))}finally{s===this.turn&&(this.reading=!1)}}async learnNames(){let e=await this.panel.hass.callWS({type:"kuma_bouhan/people"}).catch(()=>null);e&&(this.names=D(e))}change(e){let{filter:r}=this;r&&this.panel.go(N({...r,...e}),!0)}render(){let{filter:e,problem:r}=this;return e?d`<div class="page">
      <p class="soft">${this.t("book.explain")}</p>
      ${this.controls(e)}
      <div aria-busy=${this.reading}>${this.days()}</div>
      <div class="end">
        ${r?d`<p class="note bad" role="alert">
                ${c(g)}<span>${this.panel.words(r)}</span>
              </p>`:m}
        <p class="soft" role="status">${this.progress()}</p>
        ${this.more&&!this.reading?d`<button class="button" @click=${()=>this.page(e,this.lines.length)}>
                ${this.t("book.older")}
              </button>`:m}
      </div>
    </div>`:d`<div class="page">
        <p class="note">${c(g)}<span>${this.t("book.not_yours")}</span></p>
      </div>`}progress(){return this.reading?this.t("book.loading"):this.problem||this.more?"":this.t(this.lines.length?"book.no_more":"book.empty")}controls({register:e,camera:r,from:s,to:o}){let{overview:l}=this.panel;return d`<section class="card filter" aria-label=${this.t("book.filter")}>
      <div class="field">
        <label for="register">${this.t("book.register")}</label>
        <select
          id="register"
          @change=${n=>this.change({register:n.target.value})}
        >
          ${O(l.me).map(n=>d`<option value=${n} ?selected=${n===e}>
                ${this.t(`book.registers.${n}`)}
              </option>`)}
        </select>
      </div>
      <div class="field">
        <label for="camera">${this.t("book.camera")}</label>
        <select
          id="camera"
          @change=${n=>this.change({camera:n.target.value})}
        >
          <option value="" ?selected=${!r}>${this.t("book.all_cameras")}</option>
          ${(l.cameras??[]).map(n=>d`<option value=${n.camera} ?selected=${n.camera===r}>
                ${n.place}
              </option>`)}
        </select>
      </div>
      <div class="days">
        ${this.day("from",s,{max:o})} ${this.day("to",o,{min:s})}
      </div>
      <div class="do">
        <button class="button" @click=${()=>this.load({register:e,camera:r,from:s,to:o})}>
          ${c(z,20)}${this.t("book.refresh")}
        </button>
        ${s||o?d`<button class="button quiet" @click=${()=>this.change({from:"",to:""})}>
                ${this.t("book.clear")}
              </button>`:m}
      </div>
    </section>`}day(e,r,{min:s,max:o}){return d`<div class="field">
      <label for=${e}>${this.t(`book.${e}`)}</label>
      <input
        id=${e}
        type="date"
        min=${s||m}
        max=${o||m}
        .value=${r}
        @change=${l=>this.change({[e]:l.target.value})}
      />
    </div>`}days(){let{format:e,overview:r}=this.panel,s=new Map((r.cameras??[]).map(n=>[n.camera,n.place])),o={t:this.panel.t,format:e,place:n=>s.get(n)??null,name:n=>this.names.get(n)??null},l=new Map;for(let n of J(this.lines)){let b=e.date(y(n));l.set(b,[...l.get(b)??[],n])}return[...l].map(([n,b])=>d`<section class="day" aria-labelledby="day-${n}">
          <h2 id="day-${n}">${e.longDay(y(b[0]))}</h2>
          <ul class="card lines">
            ${C(b,w,Y=>d`<li>
                  <kb-book-line .panel=${this.panel} .reader=${o} .line=${Y}></kb-book-line>
                </li>`)}
          </ul>
        </section>`)}};p([u()],h.prototype,"lines",2),p([u()],h.prototype,"more",2),p([u()],h.prototype,"reading",2),p([u()],h.prototype,"problem",2),p([u()],h.prototype,"names",2);k("kb-book",h);export{h as BookView};
