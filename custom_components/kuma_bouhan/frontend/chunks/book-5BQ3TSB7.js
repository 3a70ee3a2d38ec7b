import{a as P,b as z,k as se}from"./chunk-H4DKSF5R.js";import{a as ee}from"./chunk-D4KRP3LB.js";import{a as te,b as re}from"./chunk-WG5PMATA.js";import{a as oe}from"./chunk-ZIN35BPL.js";import{f as V}from"./chunk-I6UTLSEY.js";import{a as B}from"./chunk-VHND7HAI.js";import{Da as Z,E as J,Ka as u,La as R,fa as X,g as k,oa as Y,r as W,ra as Q,w as M}from"./chunk-QH2FQVPP.js";import{d as D,f as F}from"./chunk-3A3V5TTW.js";import{a as x}from"./chunk-BYHIPRB2.js";import{a as $,b as d,e as h,h as q,i as g,o as T}from"./chunk-LBO2O6FZ.js";import{a as m}from"./chunk-LO2NM3CE.js";var ie={all:"read_supervision",viewing:"read_supervision",extensions:"read_supervision",disclosures:"read_supervision",erasures:"read_operation",gaps:"read_operation",recording:"read_operation",retention:"read_operation",appointments:"read_supervision",unlocking:"read_supervision",settings:"read_supervision",assessments:"read_supervision",signs:"read_operation",complaints:"read_operation",incidents:"read_supervision",instruction:"read_supervision",contracts:"read_supervision",things:"read_operation",inspections:"read_operation",standards:"read_supervision",purge_rules:"read_operation",refusals:"read_supervision",findings:"read_operation"},ve=50;function j(e){return Object.keys(ie).filter(r=>e.may.includes(ie[r]))}function ne(e,r){let t=j(r),o=t[0];if(!o)return null;let[,s,i,n,c]=e;return{register:t.includes(s)?s:o,camera:i&&i!=="-"?i:"",from:z(n),to:z(c)}}function C({register:e,camera:r,from:t,to:o}){let s=[e,r||"-",t||"-",o||"-"];for(;s.length>1&&s.at(-1)==="-";)s.pop();return["book",...s]}function ae(e,r,t,o=ve){let{register:s,camera:i,from:n,to:c}=r;return e.callWS({type:"kuma_bouhan/register",register:s,offset:t,limit:o,...i?{camera:i}:{},...n?{start:`${n}T00:00:00`}:{},...c?{end:`${P(c)}T00:00:00`}:{}})}var we=365;async function de(e,r,t){let{register:o,camera:s,from:i,to:n}=r,c=P(n||t.date(Date.now())),{url:w}=await D(e,["requests","paper"],{paper:"register",language:t.language,register:o,start:`${i||V(c,-we)}T00:00:00`,end:`${c}T00:00:00`,...s?{camera:s}:{}});return w}async function le(e,r,t){let{register:o,camera:s,from:i,to:n}=r,{url:c}=await D(e,["register","csv"],{register:o,language:t.language,...s?{camera:s}:{},...i?{start:`${i}T00:00:00`}:{},...n?{end:`${P(n)}T00:00:00`}:{}});return c}function H(e){return e.normalize("NFKC").toLowerCase().trim()}function ce(e,r){return e.callWS({type:"kuma_bouhan/proof",seq:r})}function N(e){return`${e.seq} ${e.kind} ${e.facts.slot??e.facts.start??""} ${e.facts.camera??""}`}function pe(e,r){let t=new Set(e.map(N));return[...e,...r.filter(o=>!t.has(N(o)))]}function me(e){let r=new Set(e.map(({order:t})=>t));return e.filter(({phase:t,seq:o})=>t!=="ordered"||!r.has(o))}function _(e){let r=e.kind==="erasure"?e.facts.erased_at:e.facts.start;return(e.kind==="gap"||e.kind==="erasure")&&typeof r=="string"?r:e.entered}var xe=new Set(["sign_confirmed","sign_missing","complaint_received","complaint_answered","complaint_closed","incident_noted","incident_followed","incident_closed","instructed","contract_made","contract_certified","contract_ended","thing_noted","thing_checked","thing_gone","taking_out_requested","taking_out_permitted","taking_out_denied","medium_returned","other_copy_noted","other_copy_gone","medium_disposed","inspected","standard_adopted","purge_rule_signed","purge_rule_ended","purge_rule_run"]),$e=["name","company","medium","serial","contact","place","where_to","lock","key_keeper","anti_theft","who_sees","task_text","text","measures","explained","reason_text","prevention","remarks","document","witness"];function ue(e,r){return xe.has(e)?Te(e,r):null}function*Te(e,r){let{facts:t,personal:o}=r;e==="purge_rule_signed"?yield`${String(t.start)} – ${String(t.end)}`:e==="contract_made"&&(yield r.span("start","until"));for(let s of $e){let i=o[s];typeof i=="string"&&i&&(yield i)}}var fe={*request_drafted(e){yield e.word("book.wanted",l(e.facts.wanted)),yield e.span("start","end"),yield A(e)},*footage_protected(e){yield e.span("start","end"),yield v(e)},*extension_requested(e){yield e.span("start","end"),yield ye(e),yield I(e,"renews","book.more.renews"),yield*be(e),yield e.reason(l(e.personal.reason_text)),yield f(e,"remarks","book.more.remarks"),yield v(e)},*extension_approved(e){yield ye(e),yield*O(e),yield v(e)},*extension_denied(e){yield*O(e),yield e.reason(l(e.personal.reason_text))},*extension_ended(e){yield e.reason(l(e.personal.reason_text))},*disclosure_requested(e){let{facts:r}=e;r.asks!=="disclosure"&&(yield e.word("book.asks",l(r.asks))),yield A(e),yield e.span("start","end"),yield*he(e),yield f(e,"purpose_text","book.more.why"),yield f(e,"content_text","book.more.content"),yield*ge(e),yield f(e,"identity_check","book.more.identity"),yield f(e,"exception_text","book.more.no_paper");let t=e.word("book.danger",l(r.danger));t&&(yield e.t("book.more.danger",{what:t})),yield f(e,"urgency_text","book.more.urgency"),yield f(e,"no_other_way_text","book.more.no_other_way"),r.masked&&(yield e.t("book.more.others_masked")),yield f(e,"remarks","book.more.remarks"),yield*be(e),yield v(e)},*access_answered(e){let{facts:r,t}=e;for(let o of["business","retained"]){let s=e.word("book.answer",l(r[o]));s&&(yield t(`book.more.${o}`,{answer:s}))}yield t(r.obliged?"book.more.obliged":"book.more.not_obliged")},*disclosure_permitted(e){yield A(e),yield e.span("start","end"),e.facts.masked&&(yield e.t("book.more.others_masked")),e.facts.afterwards&&(yield e.t("book.more.afterwards")),yield*O(e),yield e.moment("until","book.more.unused_until","when"),yield v(e)},*disclosure_denied(e){e.facts.no_ground&&(yield e.t("book.more.no_ground")),yield*O(e),yield e.reason(l(e.personal.reason_text))},*masked_copy_made({facts:e,t:r}){yield r("book.more.masks",{count:Number(e.masks??0)})},*disclosure_prepared({facts:e,t:r,reader:t}){let o=t.format.bytes(Number(e.bytes??0));yield r("book.more.files",{count:Number(e.files??0),size:o}),e.masked&&(yield r("book.more.others_masked"))},*copy_downloaded(e){let{facts:r,t,reader:o}=e;yield t("book.more.copy",{number:Number(r.copy??0),form:e.word("book.copy_form",l(r.form)),size:o.format.bytes(Number(r.bytes??0))}),yield e.moment("due","book.more.to_delete_by","when")},*disclosure_provided(e){let{facts:r,personal:t,t:o}=e;yield e.moment("at","book.more.minute","when");let s=l(t.medium_text)||e.word("book.medium",l(r.medium));s&&(yield o("book.more.medium",{medium:s})),yield o("book.more.copies",{count:Number(r.copies??0)});let i=l(t.received_by);i&&(yield o("book.more.received_by",{name:i})),yield o(r.receipt?"book.more.receipt":"book.more.no_receipt"),yield e.word("book.duty",l(r.duty)),yield e.moment("due","book.more.duty_due","when")},*copy_confirmed(e){let{facts:r,t}=e;yield r.copy===null?t("book.more.handed_over"):t("book.more.copy_number",{number:Number(r.copy??0)}),yield e.word("book.fate",l(r.fate)),yield e.moment("at","book.more.minute","when")},*footage_seized(e){yield e.moment("at","book.more.minute","when"),yield e.span("start","end"),yield*he(e),yield*ge(e),yield f(e,"content_text","book.more.content"),yield f(e,"remarks","book.more.remarks")}};function ke(e,r){return Object.hasOwn(fe,e)?fe[e]?.(r)??null:null}function*he(e){let{personal:r,t}=e,o=["affiliation","title","name"].map(s=>l(r[s])).filter(Boolean);o.length&&(yield t("book.more.recipient",{text:o.join(" ")})),yield f(e,"contact","book.more.contact")}function*ge(e){let r=l(e.personal.document);r&&(yield e.t("book.more.document",{document:r})),yield f(e,"document_number","book.more.document_number")}function*be(e){yield I(e,"draft","book.more.draft_of"),yield I(e,"protection","book.more.protection_of")}function*O({facts:e,reader:r,t}){let o=r.name(l(e.requested_by));o&&(yield t("book.more.asked_by",{name:o})),e.one_person&&(yield t("book.more.one_person"))}function A(e){let r=l(e.facts.ground);return r?e.t("book.more.ground",{ground:e.word("viewing.ground",r)}):""}function ye({facts:e,reader:r,t}){let o=Date.parse(l(e.until));return Number.isNaN(o)?"":t("book.more.kept_until",{when:r.format.fullDay(o-1)})}function v({facts:e,t:r}){let t=Number(e.pieces??0);return t?r("book.more.held",{count:t}):""}function I({facts:e,t:r},t,o){return typeof e[t]=="number"?r(o,{number:e[t]}):""}function f({personal:e,t:r},t,o){let s=l(e[t]);return s?r(o,{text:s}):""}function l(e){return typeof e=="string"?e:""}function E(e,r){let{t}=r,{facts:o}=e,s=new G(e,r),i=Re(e,t),n=t(i,{name:s.name(),place:s.place(),role:s.role(o.role),roles:s.roles(),act:s.act(),count:Number(o.count??o.acts??0),number:Number(o.number??0),before:Number(o.days_before??0),after:Number(o.days_after??0)});return{text:Fe(n),more:[...s.more()].filter(Boolean)}}function S(e,{t:r,name:t}){return e.door==="itself"?r("book.by_itself"):e.automated||!e.user_id?r("book.by_automation"):e.by||t(e.user_id)||r("book.by_person")}function Re({kind:e,facts:r},t){let o=`book.kind.${e}`;return e==="recording_switched"&&(o+=r.on?"_on":"_off"),t(o)===o?"book.kind.unknown":o}var G=class{constructor(r,t){this.line=r;this.reader=t;this.t=t.t,this.facts=r.facts,this.personal=r.personal??{}}name(){let{facts:r,personal:t,reader:o}=this,s=r.user_id??r.requested_by??this.line.user_id;return a(t.name)||typeof s=="string"&&o.name(s)||this.t("book.somebody")}place(){let{facts:r,personal:t,t:o}=this,s=L(r.cameras);if(s.length)return this.reader.format.list(s.map(n=>this.placeOf(n)));if(typeof r.masked_copy=="number")return o("book.masked_copy",{number:r.masked_copy});if(typeof r.camera=="string")return this.placeOf(r.camera);let i=t.settings;return Pe(i)&&a(i.place)?a(i.place):o("book.all_cameras")}role(r){return typeof r=="string"?this.word("role",r):""}roles(){return this.reader.format.list(L(this.facts.roles).map(r=>this.role(r)))}act(){return this.word("book.act",a(this.facts.act))}*more(){let{facts:r,personal:t,t:o}=this;switch(this.line.kind){case"appointed":case"handed_over":a(t.title)&&(yield o("book.more.title",{title:a(t.title)})),yield this.span("since","until");break;case"appointment_ended":yield this.moment("until","book.until","until"),r.secrecy_acknowledged&&(yield o("book.more.secrecy"));break;case"role_lost":yield this.word("book.more.absence",a(r.absence));break;case"refounding_announced":case"new_keys_announced":yield this.moment("ready","book.more.ready","when");break;case"new_keys_withdrawn":yield o(r.opened?"book.more.opened":"book.more.objected");break;case"refounded":case"keys_begun":r.by_code&&(yield o("book.more.by_code")),yield this.fingerprint();break;case"key_made":r.sees===!1&&(yield o("book.more.signs_only"));break;case"holder_admitted":r.by_code&&(yield o("book.more.by_code"));break;case"holder_removed":r.signs_on&&(yield o("book.more.signs_on")),yield this.fingerprint();break;case"recovery_code_used":yield this.word("book.code_use",a(r.use));break;case"viewing_began":case"viewing_requested":yield this.span("start","end"),yield this.purpose(),a(r.ground)&&(yield o("book.more.ground",{ground:this.word("viewing.ground",a(r.ground))})),yield this.people("attendees","book.more.attendees"),yield this.reason(a(t.reason_text)),a(t.document)&&(yield o("book.more.document",{document:a(t.document)}));break;case"viewing_permitted":case"viewing_denied":yield o("book.more.request",{number:Number(r.request??0)}),r.one_person&&(yield o("book.more.one_person"));break;case"viewing_ended":yield this.word("book.viewing_end",a(r.reason));break;case"footage_played":yield this.span("start","end"),r.stretches&&(yield o("book.more.stretches",{count:Number(r.stretches)}));break;case"site_changed":case"camera_changed":{let s=L(r.fields).map(i=>this.word("book.field",i));s.length&&(yield o("book.more.fields",{fields:this.reader.format.list(s)}));break}case"retention_changed":Number(r.slots)&&(yield o("book.more.sooner",{count:Number(r.slots)}));break;case"erasure_asked":yield this.span("true_start","true_end")||this.span("start","end"),r.chunks&&(yield o("book.more.chunks",{count:Number(r.chunks),size:this.reader.format.bytes(Number(r.bytes??0))})),yield this.reason(a(t.reason_text));break;case"purge_asked":yield o("book.more.hours",{count:Number(r.slots??0)});break;case"unlocked":yield this.moment("until","book.more.until","when");break;case"unlock_failed":yield this.moment("until","book.more.wait","when");break;case"locked":yield this.people("users","book.more.locked_for"),yield this.word("book.lock_reason",a(r.reason));break;case"refusal":Number(r.count)>1&&(yield o("book.more.count",{count:Number(r.count)})),yield this.word("book.refused",a(r.key).replace(/^role_needed_.*/,"role_needed"));break;case"vault_finding":case"book_finding":yield this.word("book.finding",a(r.finding)),yield a(r.detail);break;case"started":yield o("book.more.version",{version:a(r.software)});break;case"routine":yield o("book.more.routine",{cameras:Number(r.chunks??0),gaps:Number(r.gaps??0),erasures:Number(r.erasures??0)});break;case"gap":yield this.span("start","end"),yield this.word("gap",a(r.reason));break;case"erasure":yield this.span("start","end"),yield this.reason(a(r.reason)),yield o(r.confirmed?"book.more.confirmed":"book.more.unconfirmed");break;default:{let{kind:s}=this.line,i=ke(s,this)??ue(s,this);if(i){yield*i;break}yield this.span("start","end"),yield this.reason(a(t.reason)||a(t.reason_text))}}}placeOf(r){return this.reader.place(r)??this.t("book.removed_camera")}word(r,t){if(!t)return"";let o=`${r}.${t}`,s=this.t(o);return s===o?t:s}reason(r){return r?this.t("book.more.reason",{reason:this.word("book.cause",r)}):""}purpose(){let r=a(this.facts.purpose);if(!r)return"";let t=r==="beyond"?this.t("viewing.beyond"):this.word("viewing.purpose",r);return this.t("book.more.purpose",{purpose:t})}people(r,t){let s=L(this.facts[r]).map(i=>this.reader.name(i)).filter(i=>i!==null);return s.length?this.t(t,{names:this.reader.format.list(s)}):""}fingerprint(){let r=a(this.facts.vault_fingerprint)||a(this.facts.fingerprint);return r?this.t("book.more.new_fingerprint",{fingerprint:r}):""}moment(r,t,o){let s=this.facts[r];return typeof s=="string"?this.t(t,{[o]:this.at(s)}):""}span(r,t){let[o,s]=[this.facts[r],this.facts[t]];return typeof o!="string"?"":typeof s!="string"?this.t("book.since",{since:this.at(o)}):this.t("book.span",{start:this.at(o),end:this.endOf(o,s)})}at(r){let{format:t}=this.reader;return`${t.fullDay(r)} ${t.time(r)}`}endOf(r,t){let{format:o}=this.reader;return o.date(r)===o.date(t)?o.time(t):this.at(t)}};function Fe(e){return e.charAt(0).toUpperCase()+e.slice(1)}function a(e){return typeof e=="string"?e:""}function L(e){return Array.isArray(e)?e.filter(r=>typeof r=="string"):[]}function Pe(e){return typeof e=="object"&&e!==null&&!Array.isArray(e)}var y=class extends R{constructor(){super(...arguments);this.proof=null;this.problem=null;this.asking=!1}static{this.styles=[...T,ee,$`
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
    `]}shouldUpdate(t){return t.size!==1||!t.has("panel")||!this.hasUpdated}async check(t){if(!(!t.target.open||this.proof||this.asking)){this.asking=!0,this.problem=null;try{this.proof=await ce(this.panel.hass,this.line.seq)}catch(o){this.problem=F(o)}finally{this.asking=!1}}}render(){let{line:t,reader:o}=this,{text:s,more:i}=E(t,o),n=_(t);return d`<div class="line ${t.phase}">
      <time datetime=${n} class="numbers">${o.format.time(n)}</time>
      <div>
        <p>
          <span class="text">${s}</span>
          ${this.phase()}
        </p>
        <p class="soft small">${[S(t,o),...i].join("・")}</p>
        ${t.erased?d`<p class="soft small">${this.erased()}</p>`:h}
      </div>
      <details @toggle=${this.check}>
        <summary>${u(M,20)}${this.t("book.proof.show")}</summary>
        <div class="proof" aria-live="polite">${this.proven()}</div>
      </details>
    </div>`}phase(){switch(this.line.phase){case"ordered":return d`<span class="tag plain">${this.t("book.ordered")}</span>`;case"failed":return d`<span class="tag bad">${this.t("book.failed")}</span>`;default:return h}}erased(){let{erased:t}=this.line;return typeof t=="string"?this.t("book.erased",{date:this.reader.format.fullDay(t)}):this.t("book.erased_undated")}proven(){let{proof:t,problem:o}=this;if(o)return d`<p class="check bad">
        ${u(k)}<span>${this.panel.words(o)}</span>
      </p>`;if(!t)return d`<p class="soft">${this.t("book.proof.checking")}</p>`;let{format:s}=this.reader;return d`
      ${t.included?this.checked("good","included",{size:s.number(t.size)}):this.checked("bad","not_included")}
      ${t.signature==="holds"?this.checked("good","signed"):t.signature==="broken"?this.checked("bad","broken"):this.checked("none","unsigned")}
      <p class="soft small">${this.t("book.proof.limits")}</p>
      <details>
        <summary>${u(M,20)}${this.t("book.proof.technical")}</summary>
        <p class="soft small">${this.t("book.proof.technical_explain")}</p>
        <pre tabindex="0">${_e(t)}</pre>
        <button class="button" @click=${()=>this.copy(t)}>
          ${u(J,20)}${this.t("book.proof.copy")}
        </button>
      </details>
    `}checked(t,o,s={}){return d`<p class="check ${t}">
      ${u({good:W,bad:k,none:X}[t])}<span>${this.t(`book.proof.${o}`,s)}</span>
    </p>`}async copy(t){let o=await oe(_e(t));this.panel.say(this.t(o?"copy.copied":"copy.not_copied"))}};m([q({attribute:!1})],y.prototype,"line",2),m([q({attribute:!1})],y.prototype,"reader",2),m([g()],y.prototype,"proof",2),m([g()],y.prototype,"problem",2);function _e({leaf:e,index:r,size:t,root:o,path:s,checkpoint:i,...n}){let c=n.host_fingerprint;return JSON.stringify({index:r,size:t,leaf:e,path:s,root:o,checkpoint:i,host_fingerprint:c},null,2)}x("kb-book-line",y);var Ne=200,U=5,b=class extends R{constructor(){super(...arguments);this.lines=[];this.more=!1;this.reading=!0;this.problem=null;this.names=new Map;this.wanted="";this.asked="";this.turn=0;this.goesOn=0}static{this.styles=[...T,$`
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
      .filter .find {
        grid-column: 1 / -1;
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
    `]}connectedCallback(){super.connectedCallback(),this.asked=""}willUpdate(t){super.willUpdate(t);let o=this.filter;if(!o)return;let s=C(o).join("/");s!==this.asked&&(this.asked=s,this.load(o),!this.names.size&&this.panel.may("appoint")&&this.learnNames())}get filter(){return ne(this.panel.path,this.panel.overview.me)}async load(t){this.lines=[],this.goesOn=U,await this.page(t)}async page(t,o){let s=++this.turn;this.reading=!0,this.problem=null;try{let i=await ae(this.panel.hass,t,this.lines.length,o);if(s!==this.turn)return;this.lines=pe(this.lines,i.lines),this.more=i.more}catch(i){s===this.turn&&(this.problem=F(i))}finally{s===this.turn&&(this.reading=!1)}s===this.turn&&!this.problem&&this.readOn(t)}readOn(t){this.reading||!this.more||!this.wanted.trim()||!this.goesOn||this.found(this.reader()).length||(this.goesOn-=1,this.page(t,Ne))}find(t,o){this.wanted=o,this.goesOn=U,this.readOn(t)}older(t){this.goesOn=U,this.page(t)}async learnNames(){let t=await this.panel.hass.callWS({type:"kuma_bouhan/people"}).catch(()=>null);t&&(this.names=se(t))}async make(t){try{await t()}catch(o){this.panel.say(this.panel.words(o))}}change(t){let{filter:o}=this;o&&this.panel.go(C({...o,...t}),!0)}render(){let{filter:t,problem:o}=this;return t?d`<div class="page">
      <p class="soft">${this.t("book.explain")}</p>
      ${this.controls(t)}
      <div aria-busy=${this.reading}>${this.days()}</div>
      <div class="end">
        ${o?d`<p class="note bad" role="alert">
                ${u(k)}<span>${this.panel.words(o)}</span>
              </p>`:h}
        <p class="soft" role="status">${this.progress()}</p>
        ${this.more?d`<button
                class="button"
                ?disabled=${this.reading}
                @click=${()=>this.older(t)}
              >
                ${this.t("book.older")}
              </button>`:h}
      </div>
    </div>`:d`<div class="page">
        <p class="note">${u(k)}<span>${this.t("book.not_yours")}</span></p>
      </div>`}progress(){let t=this.wanted.trim()!=="",o={count:this.lines.length};return this.reading?t?this.t("book.find_on",o):this.t("book.loading"):this.problem?"":this.more?t?this.t("book.find_more",o):"":t?this.t(this.found(this.reader()).length?"book.find_end":"book.find_none"):this.t(this.lines.length?"book.no_more":"book.empty")}controls(t){let{register:o,camera:s,from:i,to:n}=t,{overview:c,hass:w,format:K}=this.panel;return d`<section class="card filter" aria-label=${this.t("book.filter")}>
      <div class="field">
        <label for="register">${this.t("book.register")}</label>
        <select
          id="register"
          @change=${p=>this.change({register:p.target.value})}
        >
          ${j(c.me).map(p=>d`<option value=${p} ?selected=${p===o}>
                ${this.t(`book.registers.${p}`)}
              </option>`)}
        </select>
      </div>
      <div class="field">
        <label for="camera">${this.t("book.camera")}</label>
        <select
          id="camera"
          @change=${p=>this.change({camera:p.target.value})}
        >
          <option value="" ?selected=${!s}>${this.t("book.all_cameras")}</option>
          ${(c.cameras??[]).map(p=>d`<option value=${p.camera} ?selected=${p.camera===s}>
                ${p.place}
              </option>`)}
        </select>
      </div>
      <div class="days">
        ${this.day("from",i,{max:n})} ${this.day("to",n,{min:i})}
      </div>
      <div class="field find">
        <label for="find">${this.t("book.find")}</label>
        <input
          id="find"
          type="search"
          autocomplete="off"
          aria-describedby="find-hint"
          .value=${this.wanted}
          @input=${p=>this.find(t,p.target.value)}
        />
        <p class="hint" id="find-hint">${this.t("book.find_hint")}</p>
      </div>
      <div class="do">
        <button class="button" @click=${()=>this.load(t)}>
          ${u(Q,20)}${this.t("book.refresh")}
        </button>
        <button
          class="button"
          @click=${()=>this.make(()=>re(de(w,t,K)))}
        >
          ${u(Y,20)}${this.t("book.print")}
        </button>
        <button
          class="button"
          @click=${()=>this.make(async()=>te(await le(w,t,K)))}
        >
          ${u(Z,20)}${this.t("book.csv")}
        </button>
        ${i||n?d`<button class="button quiet" @click=${()=>this.change({from:"",to:""})}>
                ${this.t("book.clear")}
              </button>`:h}
        ${this.wanted.trim()?d`<p class="hint">${this.t("book.find_not_printed")}</p>`:h}
      </div>
    </section>`}day(t,o,{min:s,max:i}){return d`<div class="field">
      <label for=${t}>${this.t(`book.${t}`)}</label>
      <input
        id=${t}
        type="date"
        min=${s||h}
        max=${i||h}
        .value=${o}
        @change=${n=>this.change({[t]:n.target.value})}
      />
    </div>`}says(t,o,s){let{text:i,more:n}=E(t,o);return H([i,S(t,o),...n].join(`
`)).includes(s)}reader(){let{format:t,overview:o,t:s}=this.panel,i=new Map((o.cameras??[]).map(n=>[n.camera,n.place]));return{t:s,format:t,place:n=>i.get(n)??null,name:n=>this.names.get(n)??null}}found(t){let o=H(this.wanted),s=me(this.lines);return o?s.filter(i=>this.says(i,t,o)):s}days(){let{format:t}=this.panel,o=this.reader(),s=new Map;for(let i of this.found(o)){let n=t.date(_(i));s.set(n,[...s.get(n)??[],i])}return[...s].map(([i,n])=>d`<section class="day" aria-labelledby="day-${i}">
          <h2 id="day-${i}">${t.longDay(_(n[0]))}</h2>
          <ul class="card lines">
            ${B(n,N,c=>d`<li>
                  <kb-book-line .panel=${this.panel} .reader=${o} .line=${c}></kb-book-line>
                </li>`)}
          </ul>
        </section>`)}};m([g()],b.prototype,"lines",2),m([g()],b.prototype,"more",2),m([g()],b.prototype,"reading",2),m([g()],b.prototype,"problem",2),m([g()],b.prototype,"names",2),m([g()],b.prototype,"wanted",2);x("kb-book",b);export{b as BookView};
