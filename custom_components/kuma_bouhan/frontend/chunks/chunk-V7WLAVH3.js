import{a as Y,b as E,c as z,d as K,e as S,f as W,g as X,i as I,j as P,k as G}from"./chunk-NJ2G4ZAL.js";import{e as q}from"./chunk-I6UTLSEY.js";import{A as U,Ia as A,Ka as y,La as $,m as V,ma as F}from"./chunk-QH2FQVPP.js";import{a as C,e as H}from"./chunk-3A3V5TTW.js";import{a as _}from"./chunk-BYHIPRB2.js";import{a as b,b as l,e as m,h as f,i as k,j,o as v}from"./chunk-LBO2O6FZ.js";import{a as p}from"./chunk-LO2NM3CE.js";var o={need:!0},B={name:"remarks",kind:"long",need:({fine:e})=>e===!1},de={"signs/confirm":{fields:[{name:"seen",kind:"moment"},{name:"place",kind:"text"},{name:"photo",kind:"photo"}]},"signs/missing":{fields:[{name:"seen",kind:"moment"},{name:"remarks",kind:"long"}]},"purge_rules/sign":{decides:!0,fields:[{name:"name",kind:"text",...o},{name:"cameras",kind:"cameras",...o},{name:"start",kind:"time",...o},{name:"end",kind:"time",...o},{name:"weekdays",kind:"weekdays",...o},{name:"reason",kind:"long",...o}]},"purge_rules/end":{decides:!0,grave:!0,fields:[]},"purge_rules/run":{grave:!0,fields:[]},"assessments/write":{fields:[{name:"purpose",kind:"long",...o},{name:"crimes",kind:"text",...o},{name:"why",kind:"long",...o},{name:"milder",kind:"long",...o},{name:"view",kind:"long",...o},{name:"range_kept",kind:"long",...o},{name:"excluded",kind:"areas"},{name:"hours",kind:"long",...o}]},"assessments/review":{fields:[]},"complaints/receive":{fields:[{name:"what",kind:"choice",of:"complaint",...o},{name:"way",kind:"choice",of:"way",...o},{name:"received",kind:"moment",now:!0,...o},{name:"text",kind:"long",...o},{name:"cameras",kind:"cameras"},{name:"name",kind:"text"},{name:"contact",kind:"text"},{name:"officer",kind:"person"}]},"complaints/answer":{fields:[{name:"answered",kind:"moment",now:!0,...o},{name:"way",kind:"choice",of:"way",...o},{name:"explained",kind:"long",offer:"explain",...o}]},"complaints/close":{fields:[{name:"outcome",kind:"choice",of:"outcome",...o},{name:"remarks",kind:"long"}]},"incidents/note":{fields:[{name:"what",kind:"choice",of:"incident",...o},{name:"cameras",kind:"cameras"},{name:"learned",kind:"moment",now:!0,...o},{name:"happened",kind:"moment"},{name:"text",kind:"long",...o},{name:"measures",kind:"long"}]},"incidents/follow":{fields:[{name:"informed",kind:"choices",of:"informed"},{name:"text",kind:"long",need:({informed:e})=>!e.length}]},"incidents/close":{fields:[{name:"prevention",kind:"long",...o}]},"instruction/hold":{fields:[{name:"users",kind:"people",...o},{name:"topics",kind:"choices",of:"topic",all:!0,...o},{name:"held",kind:"moment",now:!0,...o},{name:"text",kind:"long"}]},"instruction/acknowledge":{fields:[]},"contracts/make":{fields:[{name:"company",kind:"text",...o},{name:"contact",kind:"text"},{name:"task",kind:"choice",of:"task",...o},{name:"task_text",kind:"long",...o},{name:"reason",kind:"long",...o},{name:"start",kind:"date",...o},{name:"until",kind:"date",...o},{name:"clause",kind:"tick"}]},"contracts/person":{decides:!0,fields:[{name:"user_id",kind:"person",...o},{name:"title",kind:"text"}]},"contracts/end":{decides:!0,grave:!0,fields:[]},"contracts/certify":{fields:[{name:"certified",kind:"choice",of:"certified",...o},{name:"on",kind:"date",past:!0,...o},{name:"document",kind:"text"}]},"things/note":{fields:[{name:"what",kind:"choice",of:"thing",...o},{name:"name",kind:"text",...o},{name:"place",kind:"text",...o},{name:"lock",kind:"text"},{name:"key_keeper",kind:"text"},{name:"anti_theft",kind:"text"}]},"things/check":{fields:[{name:"fine",kind:"yes_no",...o},B]},"things/gone":{grave:!0,fields:[]},"things/take_out":{fields:[{name:"reason",kind:"long",...o},{name:"where_to",kind:"text",...o},{name:"due",kind:"date",...o}]},"things/permit":{decides:!0,fields:[]},"things/deny":{decides:!0,grave:!0,fields:[{name:"reason",kind:"long"}]},"things/returned":{fields:[{name:"fine",kind:"yes_no",...o},B]},"things/other_copy":{fields:[{name:"camera",kind:"camera",...o},{name:"what",kind:"choice",of:"copy",...o},{name:"days",kind:"days"},{name:"place",kind:"text",...o},{name:"who_sees",kind:"text",...o}]},"things/other_copy_gone":{fields:[]},"things/no_other_copies":{fields:[]},"things/dispose":{fields:[{name:"medium",kind:"text",...o},{name:"serial",kind:"text",...o},{name:"method",kind:"choice",of:"method",...o},{name:"on",kind:"date",past:!0,...o},{name:"witness",kind:"text",...o}]},"inspections/enter":{fields:[{name:"fine",kind:"yes_no",...o},B]}},Ee=e=>de[e],Oe=e=>`duties.form.${e.replace("/","_")}`,Re=e=>["deeds",...e.split("/")];function O({need:e},t){return typeof e=="function"?e(t):!!e}var w={complaint:["complaint","inquiry"],way:["in_person","telephone","letter","mail","other"],outcome:["understood","changed","not_understood","passed_on","no_answer_possible"],incident:["leak","loss","damage","alteration"],informed:["site_owner","persons","police","commission","others"],topic:["standard","privacy","leaks","purpose","erasure","complaints","secrecy"],task:["building","guarding","maintenance","cloud","other"],certified:["nothing_held","returned","destroyed"],thing:["host","disk","backup","recovery_paper","medium","other"],copy:["sd_card","nvr","cloud","other"],method:["crushed","shredded","drilled","by_a_service"],inspection:["retention","media"]};var L=[0,1,2,3,4,5,6],J=200,le=2e3,ce=16e3,pe=3650,Q=6e4,Z=e=>"offer"in e?ce:le;function Pe(e,t,n){let s=e.fields.map(i=>[i.name,me(i,n)]);return{...Object.fromEntries(s),...t}}function me(e,t){switch(e.kind){case"choices":return e.all?[...w[e.of]]:[];case"cameras":case"people":case"areas":return[];case"weekdays":return[...L];case"moment":return e.now?Math.floor(t/Q)*Q:null;case"tick":return!1;case"yes_no":case"photo":return null;default:return""}}function Be(e,t){let n={};for(let s of e.fields){let i=ue(s,t);i&&(n[s.name]=i)}return n}function ue(e,t){let n=t[e.name];if(e.kind==="days"&&n!==""&&!he(String(n)))return"days";if(!O(e,t)||!ee(n))return null;switch(e.kind){case"text":case"long":return"text";case"date":case"time":case"moment":return e.kind;default:return"choice"}}var ee=e=>e==null||typeof e=="string"&&!e.trim()||Array.isArray(e)&&!e.length,he=e=>/^\d{1,4}$/.test(e.trim())&&Number(e)>=1&&Number(e)<=pe,fe={moment_in_future:["received","answered","learned","held","on"],sign_seen_in_future:["seen"],sign_seen_too_early:["seen"],answer_too_early:["answered"],learned_too_early:["learned"],return_in_past:["due"],contract_ends_before_start:["until"],contract_until_past:["until"],complaint_text_missing:["text"],explained_on_the_spot_missing:["remarks"],complaint_not_answered:["outcome"],officer_unfit:["officer"],incident_text_missing:["text"],follow_up_missing:["text"],pupils_missing:["users"],pupil_without_role:["users"],instruction_of_oneself:["users"],instruction_of_others:["users"],user_unknown:["user_id"],user_is_program:["user_id"],user_inactive:["user_id"],office_held_already:["user_id"],host_noted_already:["what"],copy_days_out_of_range:["days"],other_copy_stands:["camera"],unknown_camera:["camera","cameras"],no_cameras:["cameras"],rule_name_missing:["name"],rule_weekdays_missing:["weekdays"]};function Le({fields:e},{key:t,blanks:n}){let s=/^(\w+)_missing$/.exec(t)?.[1];return(fe[t]??[n.field,s]).map(d=>e.find(({name:c})=>c===d)?.name).find(Boolean)??null}function Ne(e,t){let n={};for(let s of e.fields){let i=t[s.name];s.kind==="days"?n[s.name]=i===""?null:Number(i):Array.isArray(i)||typeof i=="boolean"?n[s.name]=i:ee(i)||(n[s.name]=ke(s,i))}return n}function ke(e,t){return e.kind==="moment"?q(Number(t)):typeof t=="string"?t.trim():t}var ge=`data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#3a4145"/></svg>')}`,be={x:.35,y:.35,w:.3,h:.3},te=1e4,R=e=>Math.round(e*te)/te,ye=e=>e.map(({x:t,y:n,w:s,h:i})=>{let[d,c]=[R(t),R(n)];return[d,c,R(Math.min(s,1-d)),R(Math.min(i,1-c))]}),N=e=>e.map(([t,n,s,i],d)=>({id:d+1,x:t,y:n,w:s,h:i,from:0,to:1/0})),u=class extends ${constructor(){super(...arguments);this.label="";this.hint="";this.source=null;this.areas=[];this.fixed=!1;this.shown="";this.looked=!1;this.chosen=null;this.stop=new AbortController}static{this.styles=[...v,b`
      :host {
        display: block;
      }
      .actions {
        gap: 8px;
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.stop.abort(),this.let()}firstUpdated(n){super.firstUpdated(n),this.look()}let(){this.shown&&URL.revokeObjectURL(this.shown),this.shown=""}async look(){let{source:n,stop:s}=this;if(n){let i=`/api/camera_proxy/${encodeURIComponent(n)}`,d=await H(this.panel.hass,i,s.signal).catch(()=>"");s.signal.aborted?URL.revokeObjectURL(d):this.shown=d}this.looked=!0}put(n){this.dispatchEvent(new CustomEvent("areas",{detail:ye(n)}))}async add(n){let s=N(this.areas),i=s.length+1;this.put([...s,{...n,id:i,from:0,to:1/0}]),this.chosen=i,await this.updateComplete,await this.canvas.updateComplete,this.canvas.focusMask(i)}take(n){this.put(N(this.areas).filter(s=>s.id!==n)),this.chosen=null}get about(){return this.source===null?"duties.areas.closed":this.shown?"duties.areas.live":this.looked?"duties.areas.none":"shell.loading"}render(){let n=N(this.areas);return l`<div class="field">
      ${this.fixed?m:l`<span class="label">${this.label}</span>`}
      ${this.hint?l`<p class="hint">${this.hint}</p>`:m}
      <kb-mask-canvas
        .panel=${this.panel}
        .picture=${this.shown||(this.looked?ge:"")}
        .label=${this.label}
        .words=${this.t("shell.loading")}
        .masks=${n}
        .chosen=${this.chosen}
        .still=${this.fixed}
        @draw=${s=>{this.add(s.detail)}}
        @choose=${s=>this.chosen=s.detail}
        @take=${s=>this.take(s.detail)}
        @change=${s=>this.put(n.map(i=>i.id===s.detail.id?s.detail:i))}
      ></kb-mask-canvas>
      <p class="hint">${this.t(this.about)}</p>
      ${this.fixed?m:l`<div class="actions">
              <button type="button" class="button" @click=${()=>{this.add(be)}}>
                ${y(F,20)}${this.t("duties.areas.add")}
              </button>
              ${this.chosen===null?m:l`<button
                      type="button"
                      class="button quiet"
                      @click=${()=>this.take(this.chosen)}
                    >
                      ${y(A,20)}${this.t("duties.areas.take",{number:this.chosen})}
                    </button>`}
            </div>`}
    </div>`}};p([f()],u.prototype,"label",2),p([f()],u.prototype,"hint",2),p([f()],u.prototype,"source",2),p([f({attribute:!1})],u.prototype,"areas",2),p([f({type:Boolean})],u.prototype,"fixed",2),p([k()],u.prototype,"shown",2),p([k()],u.prototype,"looked",2),p([k()],u.prototype,"chosen",2),p([j("kb-mask-canvas")],u.prototype,"canvas",2);_("kb-area-field",u);var xe=4e4,we=640,_e=160,ve=[.8,.65,.5,.35];async function ne(e){let t;try{t=await createImageBitmap(e)}catch{throw new C("not_a_picture")}try{return await $e(Math.min(we,t.width),(n,s)=>Ce(t,n,s))}finally{t.close()}}async function $e(e,t){for(let n=e;n>=Math.min(e,_e);n=Math.floor(n*.75))for(let s of ve){let i=await t(n,s);if(i.size<=xe)return i}throw new C("not_a_picture")}function Ce(e,t,n){let s=document.createElement("canvas");return s.width=t,s.height=Math.max(1,Math.round(e.height*t/e.width)),s.getContext("2d")?.drawImage(e,0,0,s.width,s.height),new Promise((i,d)=>{s.toBlob(c=>c?i(c):d(new C("not_a_picture")),"image/jpeg",n)})}async function ie(e){let t=new Uint8Array(await e.arrayBuffer()),n="";for(let s of t)n+=String.fromCharCode(s);return btoa(n)}var g=class extends ${constructor(){super(...arguments);this.label="";this.hint="";this.shown="";this.wrong="";this.busy=!1}static{this.styles=[...v,G,b`
      :host {
        display: block;
      }
      .take {
        position: relative;
        justify-self: start;
        cursor: pointer;
      }
      .field > .take {
        padding: 10px 20px;
      }
      .take:has(:focus-visible) {
        outline: 3px solid var(--kb-accent);
        outline-offset: 2px;
      }
      img {
        display: block;
        max-width: min(100%, 320px);
        border-radius: 8px;
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.let()}let(){this.shown&&URL.revokeObjectURL(this.shown),this.shown=""}tell(n){this.dispatchEvent(new CustomEvent("photo",{detail:n}))}async take(n){let s=n.files?.[0];if(n.value="",!!s){this.busy=!0,this.wrong="";try{let i=await ne(s);this.let(),this.shown=URL.createObjectURL(i),this.tell(await ie(i))}catch(i){this.wrong=this.panel.words(i)}finally{this.busy=!1}}}render(){return l`<div class="field">
      <span class="label" id="label">${this.label}</span>
      ${this.shown?l`<img src=${this.shown} alt=${this.t("duties.photo.shown")} />
              <button
                type="button"
                class="button take"
                @click=${()=>{this.let(),this.tell(null)}}
              >
                ${y(U,20)}${this.t("duties.photo.without")}
              </button>`:l`<label class="button take">
              ${y(V,20)}${this.t("duties.photo.take")}
              <input
                class="unseen"
                type="file"
                accept="image/*"
                capture="environment"
                aria-describedby="label hint"
                ?disabled=${this.busy}
                @change=${n=>{this.take(n.target)}}
              />
            </label>`}
      <p class="wrong" role="alert" ?hidden=${!this.wrong}>${this.wrong}</p>
      ${this.hint?l`<p class="hint" id="hint">${this.hint}</p>`:m}
    </div>`}};p([f()],g.prototype,"label",2),p([f()],g.prototype,"hint",2),p([k()],g.prototype,"shown",2),p([k()],g.prototype,"wrong",2),p([k()],g.prototype,"busy",2);_("kb-photo-field",g);function se({t:e},t){let n=e(t);return n===t?void 0:n}function gt(e,t){let{t:n,words:s}=e,{name:i,kind:d}=t,c=se(e.panel,`${s}.${i}_hint`),r={label:n(`${s}.${i}`),need:O(t,e.value),...c?{hint:c}:{}};switch(d){case"text":return E(e,i,{...r,most:J,below:e.below(t)});case"long":return E(e,i,{...r,rows:3,most:Z(t),below:e.below(t)});case"days":return E(e,i,{...r,inputmode:"numeric"});case"tick":return X(e,i,r);case"yes_no":return S(e,i,[!0,!1].map(a=>({value:a,label:n(`${s}.${i}_${a?"yes":"no"}`)})),r);case"choice":return S(e,i,w[t.of].map(a=>{let h=se(e.panel,`duties.choice.${t.of}.${a}_more`);return{value:a,label:oe(e.panel,t.of,a),...h?{more:h}:{}}}),r);case"choices":return M(e,i,w[t.of].map(a=>[a,oe(e.panel,t.of,a)]),r);case"weekdays":return M(e,i,L.map(a=>[a,n(`duties.weekday.${a}`)]),r);case"cameras":return M(e,i,ae(e.panel),r);case"people":return M(e,i,e.people.map(a=>[a.user_id,a.name||n("people.somebody")]),r);case"camera":return re(e,i,ae(e.panel),r);case"person":return re(e,i,e.people.map(a=>[a.user_id,a.name||n("people.somebody")]),r);case"date":case"time":return z(e,i,{...r,type:d});case"moment":return K(e,i,e.panel.format.zone,r);case"photo":return l`<kb-photo-field
        .panel=${e.panel}
        .label=${r.label}
        .hint=${c??""}
        @photo=${a=>e.set({[i]:a.detail})}
      ></kb-photo-field>`;case"areas":return l`<kb-area-field
        .panel=${e.panel}
        .label=${r.label}
        .hint=${c??""}
        .source=${e.source}
        .areas=${e.value[i]}
        @areas=${a=>e.set({[i]:a.detail})}
      ></kb-area-field>`}}var oe=({t:e},t,n)=>e(`duties.choice.${t}.${n}`),ae=({overview:e})=>(e.cameras??[]).map(({camera:t,place:n})=>[t,n]);function M(e,t,n,{label:s,hint:i,need:d}){let c=e.value[t]??[],r=e.wrong[t],a=(h,T)=>{let x=new Set(c);T?x.add(h):x.delete(h),e.set({[t]:n.map(([D])=>D).filter(D=>x.has(D))})};return l`<fieldset
    id=${t}
    aria-describedby="${t}-wrong ${t}-hint"
    class=${r?"is-wrong":""}
  >
    <legend>${s}${d?I(e.t):m}</legend>
    ${i?l`<p class="hint" id="${t}-hint">${i}</p>`:m}
    <div class="options ${W(n.map(([,h])=>h))}">
      ${n.map(([h,T])=>l`<label class="choice">
            <input
              type="checkbox"
              .checked=${Y(c.includes(h))}
              @change=${x=>a(h,x.target.checked)}
            />
            <span>${T}</span>
          </label>`)}
    </div>
    ${P(t,r)}
  </fieldset>`}function re(e,t,n,{label:s,hint:i,need:d}){let c=e.wrong[t];return l`<div class="field ${c?"is-wrong":""}">
    <label for=${t}>${s}${d?I(e.t):m}</label>
    <select
      id=${t}
      aria-required=${d?"true":m}
      aria-invalid=${c?"true":m}
      aria-describedby="${t}-wrong ${t}-hint"
      @change=${r=>e.set({[t]:r.target.value})}
    >
      <option value="">${e.t(d?"duties.choose":"duties.nobody")}</option>
      ${n.map(([r,a])=>l`<option value=${r} ?selected=${e.value[t]===r}>${a}</option>`)}
    </select>
    ${P(t,c)}
    ${i?l`<p class="hint" id="${t}-hint">${i}</p>`:m}
  </div>`}var xt=b`
  .said {
    padding: 12px 16px;
    border-radius: var(--kb-radius);
    background: color-mix(in srgb, var(--kb-text) 5%, var(--kb-card));
    line-height: 1.75;
    white-space: pre-line;
  }
  .bad {
    color: var(--kb-bad);
  }
  .strong {
    font-weight: 600;
  }
  .text {
    white-space: pre-line;
  }
  details > .said {
    margin-block: 8px 12px;
  }
`,wt=b`
  :host {
    display: block;
    container-type: inline-size;
  }
  .page {
    max-width: 960px;
  }
  .top {
    display: grid;
    gap: 8px;
  }
  .top .actions {
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
    justify-content: space-between;
    gap: 8px 16px;
  }
  #title {
    outline: none;
  }
  section > h2,
  .section > h2 {
    margin-bottom: 12px;
    font-size: 18px;
  }
  .card > h2,
  .card > .head > h2 {
    margin: 0;
    font-size: 18px;
  }
  .card {
    gap: 12px;
  }
  .head h3 {
    flex: 1;
    min-width: min(100%, 10em);
  }
  .list {
    display: grid;
    gap: 16px;
  }
  .card:has(> details) {
    padding-block: 8px;
  }
  article > details > summary {
    color: inherit;
  }
  summary > .head {
    flex: 1;
  }
  .opened {
    display: grid;
    gap: 12px;
    padding-block: 4px 8px;
  }
  .links {
    display: block;
    padding-block: 4px;
  }
  .links li + li {
    border-top: 1px solid var(--kb-line);
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 16px;
    margin-inline: -20px;
    padding: 14px 20px;
    color: inherit;
    text-decoration: none;
  }
  .item:hover {
    background: color-mix(in srgb, var(--kb-text) 4%, var(--kb-card));
  }
  .links li:first-child .item {
    border-radius: var(--kb-radius) var(--kb-radius) 0 0;
  }
  .links li:last-child .item {
    border-radius: 0 0 var(--kb-radius) var(--kb-radius);
  }
  .item > .title {
    font-weight: 600;
    line-height: 1.5;
  }
  .item > .side {
    text-align: end;
  }
  .item > p {
    grid-column: 1 / -1;
  }
  .note.bad {
    color: inherit;
  }
  .tag.bad {
    color: var(--kb-bad);
  }
  .history {
    display: grid;
    gap: 12px;
  }
  .history > li {
    padding-inline-start: 16px;
    border-inline-start: 3px solid var(--kb-line);
  }
  .photo {
    max-width: min(100%, 400px);
    border-radius: 8px;
    display: block;
  }
  dd li .icon {
    display: inline;
    vertical-align: -3px;
  }
  @media (max-width: 599px) {
    .item {
      margin-inline: -16px;
      padding-inline: 16px;
    }
    .name .actions,
    .name .actions .button.primary {
      flex: 1 1 100%;
    }
  }
`;export{Ee as a,Oe as b,Re as c,L as d,Pe as e,Be as f,Le as g,Ne as h,se as i,gt as j,oe as k,xt as l,wt as m};
