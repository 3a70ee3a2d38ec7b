import{a as z,b as Y,c as A}from"./chunk-S32NJPBA.js";import{b as d,c as jt,d as Yt,e as H,g as Xt,h as P,i as L,j as Zt,k as D,l as j,m as nt,n as Jt,o as Qt,p as Vt}from"./chunk-LOWU7MNG.js";import{a as Dt,b as At,c as C,d as _,f as Mt,g as st,h as Ut,i as zt,j as Bt,k as Gt,l as Nt}from"./chunk-N4NFP26D.js";import{a as Ht,b as Lt,d as rt,e as O}from"./chunk-5ALHJNUI.js";import"./chunk-CONIXEFJ.js";import{b as It,c as it,d as Kt}from"./chunk-KID7FAEK.js";import{b as I,c as W,d as T,g as Wt,h as Ot,i as K}from"./chunk-6XGAXVIH.js";import{e as et,f as U}from"./chunk-I6UTLSEY.js";import{f as Pt}from"./chunk-CTWQIWQG.js";import{a as Et,c as Ft,e as Ct,f as E}from"./chunk-3A3V5TTW.js";import{A as vt,C as bt,D as kt,Fa as Rt,Ia as St,J as $t,Ka as u,La as b,Y as yt,ba as wt,e as q,g as ct,h as ht,i as G,ma as _t,r as ut,s as mt,t as dt,ua as xt,v as ft,va as qt,w as gt,xa as Tt}from"./chunk-UG2EDGRD.js";import{a as v}from"./chunk-BYHIPRB2.js";import{a as k,b as a,e as h,h as c,i as m,j as N,o as $}from"./chunk-HILQJUX4.js";import{a as l}from"./chunk-LO2NM3CE.js";var R=class extends b{constructor(){super(...arguments);this.masks=[];this.chosen=null;this.at=0;this.still=!1;this.sees=!1}static{this.styles=[...$,k`
      :host {
        display: grid;
        gap: 12px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 8px;
      }
      ul {
        display: grid;
        gap: 8px;
      }
      li {
        border: 1px solid var(--kb-line);
        border-radius: 10px;
        overflow: hidden;
      }
      li.chosen {
        border-color: var(--kb-accent);
        background: var(--kb-tint);
      }
      .row {
        font: inherit;
        color: inherit;
        display: grid;
        grid-template-columns: auto 1fr;
        align-items: center;
        gap: 4px 12px;
        width: 100%;
        min-height: var(--kb-touch);
        padding: 8px 12px;
        border: 0;
        background: none;
        text-align: start;
        cursor: pointer;
      }
      .row:focus-visible {
        outline-offset: -3px;
      }
      .number {
        min-width: 26px;
        padding: 0 6px;
        border-radius: 6px;
        font-size: 14px;
        font-weight: 700;
        line-height: 24px;
        text-align: center;
        color: var(--kb-card);
        background: var(--kb-text);
      }
      .bar {
        position: relative;
        grid-column: 2;
        height: 6px;
        border-radius: 3px;
        overflow: hidden;
        background: color-mix(in srgb, var(--kb-text) 12%, var(--kb-card));
      }
      .bar i {
        position: absolute;
        inset-block: 0;
        min-width: 2px;
        background: var(--kb-primary);
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(140px, 1fr));
        padding: 0 4px 4px;
      }
      .acts .button {
        justify-content: start;
        font-size: 15px;
        padding: 8px;
      }
    `]}tell(t,e=null){this.dispatchEvent(new CustomEvent(t,{detail:e}))}words({from:t,to:e}){let{format:i}=this.panel;return t<=this.whole.from&&e>=this.whole.to?this.t("masks.whole"):this.t("masks.span",{from:i.seconds(t),to:i.seconds(e)})}render(){return a`
      <div class="head">
        <h3 id="masks">${this.t("masks.list",{count:this.masks.length})}</h3>
        ${this.sees&&!this.still?a`<button class="button" @click=${()=>this.tell("add")}>
                ${u(_t,20)}${this.t("masks.add")}
              </button>`:h}
      </div>
      ${this.masks.length?a`<ul aria-labelledby="masks">
              ${Pt(this.masks,({id:t})=>t,t=>this.item(t))}
            </ul>`:a`<p class="soft">${this.t("masks.none")}</p>`}
    `}item(t){let e=t.id===this.chosen,i=r=>(r-this.whole.from)/O(this.whole)*100;return a`<li class=${e?"chosen":""}>
      <button
        class="row"
        aria-pressed=${e?"true":"false"}
        aria-label="${this.t("masks.one",{number:t.id})} ${this.words(t)}"
        @click=${()=>this.tell("choose",t.id)}
      >
        <span class="number">${t.id}</span>
        <span class="numbers">${this.words(t)}</span>
        <span class="bar" aria-hidden="true"
          ><i
            style="left:${i(t.from).toFixed(2)}%;width:${(i(t.to)-i(t.from)).toFixed(2)}%"
          ></i
        ></span>
      </button>
      ${e&&!this.still?this.acts(t):h}
    </li>`}acts(t){let e=(i,r,o)=>a`<button class="button quiet" @click=${o}>
        ${u(r,20)}${this.t(`masks.${i}`)}
      </button>`;return a`<div class="acts">
      ${e("from_here",kt,()=>this.tell("change",nt(t,"from",this.at,this.whole)))}
      ${e("to_here",bt,()=>this.tell("change",nt(t,"to",this.at,this.whole)))}
      ${e("throughout",ht,()=>this.tell("change",{...t,...this.whole}))}
      <button
        class="button quiet"
        aria-label=${this.t("masks.delete_of",{number:t.id})}
        @click=${()=>this.tell("take",t.id)}
      >
        ${u(St,20)}${this.t("masks.delete")}
      </button>
    </div>`}};l([c({attribute:!1})],R.prototype,"masks",2),l([c({attribute:!1})],R.prototype,"chosen",2),l([c({attribute:!1})],R.prototype,"whole",2),l([c({attribute:!1})],R.prototype,"at",2),l([c({type:Boolean})],R.prototype,"still",2),l([c({type:Boolean})],R.prototype,"sees",2);v("kb-mask-list",R);var at=1e3,y=class extends b{constructor(){super(...arguments);this.place="";this.picture="";this.words="";this.at=0;this.masks=[];this.chosen=null;this.still=!1}static{this.styles=[...$,k`
      :host {
        display: grid;
        gap: 8px;
      }
      .hand {
        display: grid;
        grid-template-columns: 1fr auto;
        align-items: center;
        gap: 0 12px;
      }
      .time {
        font-weight: 600;
      }
      .steps {
        display: flex;
      }
      input {
        grid-column: 1 / -1;
        width: 100%;
        height: 44px;
        margin: 0;
        accent-color: var(--kb-fill);
        cursor: pointer;
      }
    `]}async focusMask(t){await this.updateComplete,await this.canvas.updateComplete,this.canvas.focusMask(t)}goTo(t){this.dispatchEvent(new CustomEvent("moment",{detail:t}))}render(){let{format:t}=this.panel,e=t.seconds(this.at),i=(r,o,p)=>a`<button
        class="round"
        aria-label=${this.t(`masks.${r}`)}
        @click=${()=>this.goTo(this.at+p*at)}
      >
        ${u(o)}
      </button>`;return a`
      <kb-mask-canvas
        .panel=${this.panel}
        .picture=${this.picture}
        .label=${this.t("masks.picture",{place:this.place,time:e})}
        .words=${this.words}
        .masks=${this.masks.filter(r=>j(r,this.at))}
        .chosen=${this.chosen}
        .still=${this.still}
      ></kb-mask-canvas>
      <div class="hand">
        <span class="numbers time">${t.day(this.at)} ${e}</span>
        <span class="steps">
          ${i("back_10",mt,-10)} ${i("back_1",ft,-1)}
          ${i("on_1",gt,1)} ${i("on_10",dt,10)}
        </span>
        <input
          type="range"
          aria-label=${this.t("masks.moment")}
          aria-valuetext=${e}
          min=${this.whole.from}
          max=${this.whole.to-at}
          step=${at}
          .value=${String(this.at)}
          @input=${r=>this.goTo(Number(r.target.value))}
        />
      </div>
      <p class="hint">${this.t("masks.keys")}</p>
    `}};l([c()],y.prototype,"place",2),l([c()],y.prototype,"picture",2),l([c()],y.prototype,"words",2),l([c({attribute:!1})],y.prototype,"whole",2),l([c({attribute:!1})],y.prototype,"at",2),l([c({attribute:!1})],y.prototype,"masks",2),l([c({attribute:!1})],y.prototype,"chosen",2),l([c({type:Boolean})],y.prototype,"still",2),l([N("kb-mask-canvas")],y.prototype,"canvas",2);v("kb-mask-stage",y);var te=k`
  .top {
    display: grid;
    gap: 4px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 340px;
    gap: 24px;
    align-items: start;
  }
  .both > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 16px;
  }
  .shut {
    display: grid;
    gap: 16px;
    place-items: center;
    align-content: center;
    aspect-ratio: 16 / 9;
    min-height: 200px;
    width: 100%;
    padding: 24px;
    border-radius: var(--kb-radius);
    text-align: center;
    color: #e7eaec;
    background: #16191b;
  }
  progress {
    width: 100%;
    height: 10px;
    accent-color: var(--kb-fill);
  }
  .working {
    display: grid;
    gap: 8px;
  }
  @media (max-width: 999px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
      gap: 16px;
    }
  }
  @media (max-width: 599px) {
    .actions .button {
      width: 100%;
    }
  }
`;var ve=180,be=5e3,X=class{constructor(n){this.host=n;this.picture="";this.problem=null;this.url=null;this.asking=null;n.addController(this)}hostDisconnected(){this.show(null)}show(n){n!==this.url&&(this.url=n,clearTimeout(this.timer),this.asking?.abort(),n?this.timer=setTimeout(()=>{this.fetch(n)},ve):(this.letGo(),this.problem=null))}async fetch(n){let t=this.asking=new AbortController;try{let e=await Ct(this.host.panel.hass,n,t.signal);if(t.signal.aborted)return URL.revokeObjectURL(e);this.letGo(),this.picture=e,this.problem=null}catch(e){if(t.signal.aborted)return;this.letGo(),this.problem=E(e),this.problem.key==="unlock_first"&&this.host.panel.refreshLock(),this.problem.key==="no_connection"&&(this.timer=setTimeout(()=>{this.fetch(n)},be))}this.host.requestUpdate()}letGo(){this.picture&&URL.revokeObjectURL(this.picture),this.picture=""}};var ke=1500,$e={x:.4,y:.4,w:.2,h:.2},ye=1e3,x=class extends b{constructor(){super(...arguments);this.masks=null;this.chosen=null;this.at=0;this.status=null;this.error="";this.busy=!1;this.watch=new K(this);this.shown=new X(this);this.place="";this.sent=!1}static{this.styles=[...$,D,te]}get number(){return Number(this.panel.path[1])}get camera(){return this.panel.path[3]??this.disclosure?.cameras[0]??""}get disclosure(){return this.watch.list?.disclosures.find(({number:t})=>t===this.number)}get whole(){let{disclosure:t}=this;return{from:Date.parse(t?.start??""),to:Date.parse(t?.end??"")}}get first(){let t=this.disclosure?.true.find(({camera:e})=>e===this.camera);return t?Math.max(this.whole.from,Date.parse(t.start)):this.whole.from}get isWorking(){return this.status?.state==="working"}get keptAs(){return`masks/${this.number}/${this.camera}`}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.again),this.place=""}connectedCallback(){super.connectedCallback(),this.requestUpdate()}willUpdate(t){super.willUpdate(t);let{disclosure:e}=this;if(!e?.cameras.includes(this.camera))return;let i=`${this.number} ${this.camera}`;if(i!==this.place){this.place=i;let r=Y(this.panel.overview.me.user_id,this.keptAs);this.masks=r?.masks??null,this.sent=r?.sent??!1,this.at=r?.at??this.first,this.chosen=null,this.status=null,this.ask()}this.shown.show(this.pictureUrl)}async ask(){clearTimeout(this.again);let{place:t}=this;try{let e=await Wt(this.panel.hass,this.number,this.camera);if(t!==this.place||!this.isConnected)return;let i=this.status?.state;this.status=e,e.state==="done"&&this.sent&&(this.sent=!1,A(this.panel.overview.me.user_id,this.keptAs)),this.masks??=Qt(e.masks),i==="working"&&e.state==="done"&&(this.panel.say(this.t("masks.done")),this.watch.load()),e.state==="working"&&this.askAgain()}catch(e){if(t!==this.place||!this.isConnected)return;this.masks??=[],E(e).key==="no_connection"?this.askAgain():this.error=this.panel.words(e)}}askAgain(){this.again=setTimeout(()=>{this.ask()},ke)}get pictureUrl(){return this.panel.lock?.mine?Ot(this.number,this.camera,this.at):null}goTo(t){let{from:e,to:i}=this.whole;this.at=Math.min(Math.max(t,e),i-ye),(this.sent||this.masks?.length)&&this.keep()}keep(){let t={masks:this.masks??[],at:this.at,sent:this.sent};z(this.panel.overview.me.user_id,this.keptAs,t)}put(t){this.masks=t,this.sent=!1,this.keep()}add(t){let e=this.masks??[],i={id:Vt(e),...this.whole,...t};this.put([...e,i]),this.chosen=i.id}async addByKeys(){this.add($e),await this.updateComplete,this.chosen!==null&&await this.onStage?.focusMask(this.chosen)}change(t){this.put((this.masks??[]).map(e=>e.id===t.id?t:e))}take(t){this.put((this.masks??[]).filter(e=>e.id!==t)),this.chosen=null}find(t){let e=this.masks?.find(i=>i.id===t);this.chosen=t,e&&!j(e,this.at)&&this.goTo(e.from)}async begin(){this.busy||!this.masks?.length||!await this.panel.ensureUnlocked()||await this.attempt(async()=>{let{number:t,camera:e,masks:i}=this;await T(this.panel.hass,"mask",{number:t,camera:e,masks:(i??[]).map(Jt)}),this.sent=!0,this.keep(),this.panel.say(this.t("masks.started")),await this.ask()})}async cancel(){await this.panel.ensureUnlocked()&&await this.attempt(async()=>{await T(this.panel.hass,"mask/cancel",{number:this.number,camera:this.camera}),await this.ask()})}async attempt(t){if(!this.busy){this.busy=!0,this.error="";try{await t()}catch(e){this.error=this.panel.words(e)}finally{this.busy=!1}}}render(){let{disclosure:t,watch:e}=this;if(!e.list)return e.problem?this.only(this.panel.words(e.problem)):a`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`;if(!t?.cameras.includes(this.camera))return this.only(this.t("masks.not_open"));if(!t.can.includes("mask")&&!this.isWorking)return this.only(this.t("masks.not_open"));let i=this.placeOf(this.camera);return a`<div class="page">
      <div class="top">
        ${this.back()}
        <h2>${this.t("masks.heading")}</h2>
        <p class="soft">${this.t("masks.of",{number:this.number,place:i})}</p>
      </div>
      <p>${this.t("masks.explain")}</p>
      ${t.cameras.length>1?this.cameras(t):h}
      <div class="both">
        <section class="picture" aria-label=${i}>${this.stage(i)}</section>
        <section class="card">
          ${this.list()} ${this.told()}
          <div role="alert">
            ${this.error?a`<p class="note bad">
                    ${u(q)}<span>${this.error}</span>
                  </p>`:h}
          </div>
          ${this.acts()}
        </section>
      </div>
    </div>`}placeOf(t){return this.panel.overview.cameras?.find(({camera:i})=>i===t)?.place??this.t("book.removed_camera")}cameras({cameras:t,masks:e}){let i=r=>{let o=this.placeOf(r);return e.some(p=>p.camera===r)?this.t("masks.made",{place:o}):o};return a`<div class="offers" role="group" aria-label=${this.t("request_form.cameras")}>
      ${t.map(r=>P(i(r),r===this.camera,()=>this.panel.go([...W(this.number),"masks",r],!0)))}
    </div>`}only(t){return a`<div class="page">
      <p class="note">${u(q)}<span>${t}</span></p>
      <div class="actions">${this.back()}</div>
    </div>`}back(){return a`<button
      class="button quiet back"
      @click=${()=>this.panel.go(W(this.number))}
    >
      ${u(G,20)}${this.t("masks.back")}
    </button>`}stage(t){return this.panel.lock?.mine?a`<kb-mask-stage
      .panel=${this.panel}
      .place=${t}
      .picture=${this.shown.picture}
      .words=${this.noPicture()}
      .whole=${this.whole}
      .at=${this.at}
      .masks=${this.masks??[]}
      .chosen=${this.chosen}
      .still=${this.isWorking}
      @moment=${({detail:e})=>this.goTo(e)}
      @draw=${({detail:e})=>this.add(e)}
      @change=${({detail:e})=>this.change(e)}
      @choose=${({detail:e})=>this.chosen=e}
      @take=${({detail:e})=>this.take(e)}
    ></kb-mask-stage>`:a`<div class="shut">
        <p>${this.t("masks.unlock_first")}</p>
        <button class="button primary" @click=${()=>this.panel.ensureUnlocked()}>
          ${u(wt,20)}${this.t("lock.unlock")}
        </button>
      </div>`}noPicture(){let{problem:t}=this.shown;return t?t.key==="no_footage_in_span"?this.t("masks.no_picture"):this.panel.words(t):this.t("masks.waiting")}list(){return a`<kb-mask-list
      .panel=${this.panel}
      .masks=${this.masks??[]}
      .chosen=${this.chosen}
      .whole=${this.whole}
      .at=${this.at}
      .still=${this.isWorking}
      .sees=${this.shown.picture!==""}
      @add=${()=>this.addByKeys()}
      @change=${({detail:t})=>this.change(t)}
      @choose=${({detail:t})=>this.find(t)}
      @take=${({detail:t})=>this.take(t)}
    ></kb-mask-list>`}told(){let{status:t}=this;switch(t?.state){case"working":return a`<div class="working" role="status">
          <p><strong>${this.t("masks.working")}</strong></p>
          <progress max="1" .value=${t.done} aria-label=${this.t("masks.working")}></progress>
          <p class="hint">${this.t("masks.working_hint")}</p>
        </div>`;case"done":return a`<p class="note">
          ${u(ut)}<span>${this.t("masks.done")}</span>
        </p>`;case"failed":return a`<p class="note bad">
          ${u(q)}<span
            >${t.error?this.panel.words(new Et(t.error)):this.t("masks.failed")}</span
          >
        </p>`;case"cancelled":return a`<p class="note">
          ${u(q)}<span>${this.t("masks.cancelled")}</span>
        </p>`;default:return h}}acts(){if(this.isWorking)return a`<div class="actions">
        <button class="button" ?disabled=${this.busy} @click=${()=>this.cancel()}>
          ${u(vt,20)}${this.t("masks.cancel")}
        </button>
      </div>`;let t=this.status?.state==="done";return a`<div class="actions">
      ${t?a`<button
              class="button primary"
              @click=${()=>this.panel.go(W(this.number))}
            >
              ${this.t("masks.back")}
            </button>`:h}
      <button
        class="button ${t?"":"primary"}"
        ?disabled=${this.busy||!this.masks?.length}
        @click=${()=>this.begin()}
      >
        ${u($t,20)}${this.t(t?"masks.start_again":"masks.start")}
      </button>
    </div>`}};l([m()],x.prototype,"masks",2),l([m()],x.prototype,"chosen",2),l([m()],x.prototype,"at",2),l([m()],x.prototype,"status",2),l([m()],x.prototype,"error",2),l([m()],x.prototype,"busy",2),l([N("kb-mask-stage")],x.prototype,"onStage",2);v("kb-masks",x);var se=24*36e5,ee=36e5,we=2*6e4;function _e({from:s,to:n},t){let e=new Set;for(let i=s;i<n;i+=se/2)e.add(t.date(i));return e.add(t.date(n-1)),[...e]}async function ie(s,n,t,e){let i=await Promise.all(_e(t,e).map(r=>Ft(s,"footage",n,r)));return xe(n,i,t)}function xe(s,n,t,e=Date.now()){let i=n.map(Ht),r=i.flatMap(g=>g.recorded).filter(g=>rt(g,t)),o=r.map(({due:g})=>g).filter(g=>g!==null),p=i.flatMap(g=>g.held).filter(g=>rt(g,t)).map(({until:g})=>g??0),f=o.length===r.length&&o.length>0,pt=r.reduce((g,ge)=>g+O(Lt(ge,t)),0),de=r.at(-1)?.to??t.to,fe=t.to>e-we?Math.min(de,t.to):t.to;return{camera:s,recorded:pt,missing:Math.max(0,fe-t.from-pt),firstEnd:f?Math.min(...o):null,lastEnd:f?Math.max(...o):null,heldUntil:Math.max(0,...p)||null}}function re(s,{to:n}){return Math.ceil(n/ee)*ee+Math.max(0,...s.map(({days:e})=>e))*se}var ne=400,qe=168*36e5,Te=2e3,S=class extends b{constructor(){super(...arguments);this.cameras=[];this.words="";this.fixed=!1;this.minutes=[];this.facts=[];this.asked=""}static{this.styles=[...$,D,k`
      :host {
        display: grid;
        gap: 20px;
      }
      .cameras {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
        gap: 8px;
      }
      .label {
        font-weight: 600;
      }
    `]}connectedCallback(){super.connectedCallback(),this.asked="",this.requestUpdate()}focus(){this.renderRoot.querySelector("input")?.focus()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.timer)}get all(){let t=this.panel.overview.cameras??[],e=this.cameras.filter(i=>!t.some(({camera:r})=>r===i));return[...t,...e.map(i=>({camera:i,place:this.t("book.removed_camera")}))]}willUpdate(t){super.willUpdate(t);let{cameras:e,span:i}=this,r=`${e.join()} ${i.from} ${i.to}`;if(r===this.asked||!this.panel.may("list_footage"))return;this.asked=r,clearTimeout(this.timer),this.tell([]);let o=O(i);!e.length||o<=0||o>qe||i.to>Date.now()||(this.timer=setTimeout(()=>{this.ask(r)},ne))}async ask(t){let{cameras:e,span:i,panel:r}=this;try{let o=await Promise.all(e.map(p=>ie(r.hass,p,i,r.format)));t===this.asked&&this.isConnected&&this.tell(o)}catch(o){if(E(o).key!=="no_connection"||!this.isConnected)return;this.timer=setTimeout(()=>{this.ask(t)},ne*10)}}tell(t){this.facts=t,this.dispatchEvent(new CustomEvent("facts",{detail:t}))}put(t){let e={cameras:this.cameras,span:this.span,...t};this.dispatchEvent(new CustomEvent("footage",{detail:e}))}pick(t,e){let i=e.target.checked;this.put({cameras:this.all.map(r=>r.camera).filter(r=>r===t?i:this.cameras.includes(r))})}ending(t){let e=Math.floor((Date.now()-1e4)/6e4)*6e4;this.put({span:{from:e-t*6e4,to:e}})}render(){return this.fixed?this.said():a`
      <fieldset id="footage" class=${this.words?"is-wrong":""} aria-describedby="footage-wrong">
        <legend>${this.t("request_form.cameras")}${L(this.panel.t)}</legend>
        <div class="cameras options">
          ${this.all.map(({camera:t,place:e})=>a`<label class="choice">
                <input
                  type="checkbox"
                  value=${t}
                  .checked=${this.cameras.includes(t)}
                  @change=${i=>this.pick(t,i)}
                />
                <span>${e}${this.factsOf(t)}</span>
              </label>`)}
        </div>
      </fieldset>
      <kb-span
        .panel=${this.panel}
        .span=${this.span}
        @span=${({detail:t})=>this.put({span:t})}
      ></kb-span>
      ${this.minutes.length?a`<div class="offers" role="group" aria-label=${this.t("request_form.until_now")}>
              ${this.minutes.map(t=>P(this.t("request_form.last",{length:this.panel.format.length(t*60)}),!1,()=>this.ending(t)))}
            </div>`:h}
      ${Zt("footage",this.words)}
    `}said(){let{format:t}=this.panel,e=this.cameras.map(i=>this.all.find(({camera:r})=>r===i)?.place??"");return a`<dl class="facts">
      <dt>${this.t("request_form.cameras")}</dt>
      <dd>${t.list(e)}</dd>
      <dt>${this.t("request_form.span")}</dt>
      <dd class="numbers">
        ${this.t("span.both",{from:`${t.day(this.span.from)} ${t.time(this.span.from)}`,to:`${t.day(this.span.to)} ${t.time(this.span.to)}`})}
      </dd>
    </dl>`}factsOf(t){let e=this.facts.find(p=>p.camera===t);if(!e)return h;let{format:i}=this.panel,r=e.recorded?e.missing>Te?this.t("request_form.partly_recorded",{length:i.length(e.recorded/1e3)}):this.t("request_form.wholly_recorded"):this.t("request_form.nothing_recorded"),o=e.heldUntil?this.t("timeline.held_until",{when:i.moment(e.heldUntil)}):e.firstEnd?this.t("timeline.erased",{when:i.moment(e.firstEnd)}):"";return a`<small>${r}${o?a`<br />${o}`:h}</small>`}};l([c({attribute:!1})],S.prototype,"cameras",2),l([c({attribute:!1})],S.prototype,"span",2),l([c()],S.prototype,"words",2),l([c({type:Boolean})],S.prototype,"fixed",2),l([c({attribute:!1})],S.prototype,"minutes",2),l([m()],S.prototype,"facts",2);v("kb-footage-choice",S);var F=class extends b{constructor(){super(...arguments);this.protection=null;this.cameras=[];this.busy=!1;this.error=""}static{this.styles=[...$,k`
      .note {
        flex-wrap: wrap;
        align-items: center;
      }
      .note > div {
        flex: 1 1 260px;
      }
      .good > .icon {
        color: var(--kb-good);
      }
      .good {
        background: color-mix(in srgb, var(--kb-good) 10%, var(--kb-card));
      }
    `]}get isCovered(){let{protection:t,cameras:e,span:i}=this;return t?.state==="standing"&&e.every(r=>t.cameras.includes(r))&&Date.parse(t.start)<=i.from&&i.to<=Date.parse(t.end)}async protect(){if(!this.busy){this.busy=!0,this.error="";try{let{number:t}=await T(this.panel.hass,"protect",{cameras:this.cameras,start:et(this.span.from),end:et(this.span.to)});this.dispatchEvent(new CustomEvent("protected",{detail:t}))}catch(t){this.error=this.panel.words(t)}finally{this.busy=!1}}}render(){let{protection:t}=this;if(t&&this.isCovered)return a`<div class="note good" role="status">
        ${u(qt)}
        <div>
          ${this.t("request_form.protected",{number:t.number,when:this.panel.format.moment(t.until)})}
        </div>
      </div>`;let e=this.panel.may("protect_footage"),i=this.cameras.length>0&&this.span.from<this.span.to;return a`<div class="note warn">
      ${u(ct)}
      <div>
        ${this.t(e?"request_form.not_protected":"request_form.protected_once_sent")}
        ${this.error?a`<p role="alert"><strong>${this.error}</strong></p>`:h}
      </div>
      ${e?a`<button
              type="button"
              class="button"
              ?disabled=${this.busy||!i}
              @click=${()=>this.protect()}
            >
              ${u(Tt,20)}${this.t("request_form.protect")}
            </button>`:h}
    </div>`}};l([c({attribute:!1})],F.prototype,"protection",2),l([c({attribute:!1})],F.prototype,"cameras",2),l([c({attribute:!1})],F.prototype,"span",2),l([m()],F.prototype,"busy",2),l([m()],F.prototype,"error",2);v("kb-protected",F);var ae=k`
  .page {
    max-width: 820px;
  }
  .top {
    display: grid;
    gap: 4px;
  }
  .top h2 {
    font-size: 22px;
  }
  .back {
    justify-self: start;
    margin-inline-start: -12px;
  }
  form {
    display: grid;
    gap: inherit;
    counter-reset: section;
  }
  form > * {
    min-width: 0;
  }
  .card {
    display: grid;
    gap: 20px;
    counter-increment: section;
  }
  .card > * {
    min-width: 0;
  }
  .card > h3 {
    display: flex;
    align-items: center;
    gap: 12px;
  }
  .card > h3::before {
    content: counter(section);
    display: grid;
    place-items: center;
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    font-size: 15px;
    color: var(--kb-accent);
    background: var(--kb-tint);
  }
  .card > h3 .must {
    margin: 0;
  }
  .again {
    flex-wrap: wrap;
    align-items: center;
  }
  .again > div {
    flex: 1 1 240px;
  }
  kb-footage-choice:focus {
    outline: none;
  }
  @media (max-width: 599px) {
    .foot .button {
      width: 100%;
    }
  }
`;function pe(s,n,t){switch(n){case"extension":return[["until",Ee(s)],["reason",a`${Fe(s,t.reasonBefore)}${J(s)}`]];case"disclosure":return s.short?[["paper",ce(s)],["recipient",ot(s)],["purpose",a`${lt(s)}${Z(s)}`]]:[["ground",Ce(s,t.seize),!0],["recipient",a`${ot(s)}${oe(s,["police_id","office_called"])}`],["purpose",a`${lt(s)}${Z(s)}${le(s)}${J(s)}`]];case"access":return[["person",a`${Oe(s)}${oe(s,["licence","my_number"])}`],["asked",a`${lt(s)}${Z(s)}${le(s)}${J(s)}`]];case"seizure":return[["seized",a`${Yt(s,"at",s.zone,{label:s.t("request_form.at"),need:!0})}
          ${V(s,["seizure_warrant"])}${Z(s)}`],["seizer",a`${ot(s)}${J(s)}`]]}}var Q=(s,n,t)=>t.map(e=>s.t(`request_form.${n}.${e}`)),Re=[7,14,30,60],Se=3;function Ee(s){let{today:n,least:t,latest:e,originalEnd:i}=s.around,r=Re.map(o=>({days:o,day:U(n,o)})).filter(({day:o})=>o>=t&&o<=e).slice(0,Se);return jt(s,"until",{label:s.t("request_form.until"),hint:s.t("request_form.until_hint",{original:i,latest:s.day(e)}),need:!0,least:t,most:e,below:r.length?a`<div class="offers">
          ${r.map(({days:o,day:p})=>P(s.t("request_form.days_from_now",{count:o}),s.value.until===p,()=>s.set({until:p})))}
        </div>`:h})}function Fe(s,n){return a`
    ${d(s,"reason",{label:s.t("request_form.reason"),hint:s.t("request_form.reason_hint"),need:!0,rows:4,most:_,placeholder:s.t("request_form.reason_example")})}
    ${n?a`<p class="hint">${s.t("request_form.reason_before",{reason:n})}</p>`:h}
  `}function Ce(s,n){let t={law:()=>Pe(s,n),emergency:()=>We(s),investigation:()=>ce(s)};return H(s,"ground",Dt.map(e=>({value:e,label:s.t(`viewing.ground.${e}`),more:s.t(`request_form.ground_help.${e}`),below:t[e]})),{label:s.t("viewing.ground_question"),need:!0,unseen:!0})}function Pe(s,n){return a`
    ${V(s,["order","warrant","inquiry"],!0)}
    <p class="hint">
      ${s.t("request_form.seized_instead")}
      <a
        href="#"
        @click=${t=>{t.preventDefault(),n()}}
        >${s.t("request_form.heading.seizure")}</a
      >
    </p>
  `}function We(s){return a`
    ${H(s,"danger",At.map(n=>({value:n,label:s.t(`request_form.danger.${n}`)})),{label:s.t("request_form.danger_question"),need:!0})}
    ${d(s,"urgency",{label:s.t("request_form.urgency"),hint:s.t("request_form.urgency_hint"),need:!0,rows:2,most:_})}
    ${d(s,"no_other_way",{label:s.t("request_form.no_other_way"),need:!0,rows:2,most:_})}
    ${V(s,[])}
  `}function ce(s){let{writtenRequest:n}=s.around;return a`
    ${H(s,"written",[{value:!0,label:s.t("request_form.written.yes"),below:()=>V(s,["cooperation","fire"])},{value:!1,label:s.t("request_form.written.no"),below:()=>n?d(s,"exception",{label:s.t("request_form.exception"),hint:s.t("request_form.exception_hint"),need:!0,most:_,offers:Q(s,"exceptions",["urgent","later"])}):h}],{label:s.t("request_form.written_question"),hint:n?s.t("request_form.written_hint"):"",need:n})}
  `}function V(s,n,t=!1){return a`<div class="pair">
    ${d(s,"document",{label:s.t("request_form.document"),need:t,most:_,offers:Q(s,"documents",n)})}
    ${d(s,"document_number",{label:s.t("request_form.document_number"),hint:s.t("request_form.document_number_hint"),most:C})}
  </div>`}function ot(s){let n=t=>d(s,"name",{label:t,need:!0,most:C});return a`
    ${d(s,"affiliation",{label:s.t("request_form.affiliation"),hint:s.t("request_form.affiliation_hint"),need:!0,most:C})}
    ${s.short?n(s.t("request_form.title_and_name")):a`<div class="pair">
            ${d(s,"title",{label:s.t("request_form.title"),hint:s.t("request_form.title_hint"),most:C})}
            ${n(s.t("request_form.name"))}
          </div>`}
    ${he(s,s.kind!=="seizure")}
  `}function Oe(s){return a`
    ${d(s,"name",{label:s.t("request_form.person"),hint:s.t("request_form.person_hint"),need:!0,most:C})}
    ${he(s)}
  `}function he(s,n=!0){return d(s,"contact",{label:s.t("request_form.contact"),hint:s.t("request_form.contact_hint"),need:n,most:C})}function oe(s,n){return d(s,"identity_check",{label:s.t("request_form.identity_check"),hint:s.t("request_form.identity_hint"),most:_,offers:Q(s,"identities",n)})}function lt(s){let{kind:n}=s,t=n==="disclosure"&&s.value.ground==="investigation";return d(s,"purpose",{label:s.t(n==="access"?"request_form.asked_for":"request_form.purpose"),hint:n==="access"?s.t("request_form.asked_for_hint"):"",need:!0,rows:2,most:_,offers:t?Q(s,"purposes",["crime","accident","fire"]):[]})}function Z(s){let{sentence:n}=s.around,{content:t}=s.value;return d(s,"content",{label:s.t("request_form.content"),hint:s.t(t!==null?"request_form.content_hint":n?"request_form.content_made":"request_form.content_first"),need:!0,rows:2,most:_,shown:t??n,below:t!==null&&Ut(s.value,n)!==n&&n?a`<div class="offers">
            ${P(s.t("request_form.content_again"),!1,()=>s.set({content:null}))}
          </div>`:h})}function J(s){return d(s,"remarks",{label:s.t("request_form.remarks"),rows:2,most:_})}function le(s){return Xt(s,"masked",{label:s.t("request_form.masked"),hint:s.t("request_form.masked_hint")})}var De=90;function ue(s,n,t){let{format:e,renewed:i,settings:r}=n,o=e.date(t),p=Ae(s,n),f=i?U(i.until,1):p.at(-1);return{now:t,today:o,least:f<o?o:f,latest:U(o,r?.longest_extension_days??De),originalEnd:Me(p,n),writtenRequest:r?.written_request??!0,sentence:Ue(s,n)}}var B=(s,n)=>n.fullDay(`${s}T03:00:00Z`);function Ae(s,{cameras:n,facts:t,format:e,renewed:i}){if(i?.original_ends.length)return i.original_ends.toSorted();let r=t.flatMap(({firstEnd:p,lastEnd:f})=>p===null||f===null?[]:[p,f]);if(r.length)return r.map(p=>e.date(p)).toSorted();let o=n.filter(({camera:p})=>s.cameras.includes(p));return[e.date(re(o.length?o:n,s))]}function Me(s,{format:n,t}){let[e,i]=[s[0],s.at(-1)];return e===i?B(e,n):t("request_form.days",{first:B(e,n),last:B(i,n)})}function Ue({cameras:s,from:n,to:t},{cameras:e,format:i,t:r}){let o=e.filter(({camera:f})=>s.includes(f)).map(({place:f})=>f);if(!o.length)return"";let p=f=>`${i.fullDay(f)} ${i.time(f)}`;return r("request_form.sentence",{places:i.list(o),from:p(n),to:i.date(n)===i.date(t)?i.time(t):p(t)})}var me={extension:"request_extension",disclosure:"request_disclosure",access:"request_disclosure",seizure:"follow_copies"},ze=[30,60,180],w=class extends b{constructor(){super(...arguments);this.wish=null;this.wrong={};this.refused={};this.error="";this.busy=!1;this.again=!1;this.facts=[];this.watch=new K(this);this.start=null;this.given=null;this.tried=!1;this.looked=""}static{this.styles=[...$,D,ae]}willUpdate(t){super.willUpdate(t);let e=it(this.panel.path.slice(2)),{start:i}=this;this.start=e,!(!e||!this.panel.may(me[e.kind]))&&((i?.kind!==e.kind||i.name!==e.name)&&(this.wish=null),this.wish||this.begin(e))}begin(t){let{overview:e}=this.panel,i=(e.cameras??[]).map(({camera:p})=>p),r=Kt(t,this.watch.list);if(!r||r.gone&&this.looked!==t.name){this.watch.list&&!this.watch.problem&&(this.looked=t.name,this.watch.load());return}this.given=r;let o=Y(e.me.user_id,M(t));this.wrong={},this.refused={},this.error="",this.tried=!1,this.again=o!==null,this.wish={...Mt(t.kind,i,Date.now()),...t.officer?{cameras:i}:{},...r.ground?{ground:r.ground}:{},...o?.wish,...o?.name===t.name?{}:Be(r),...t.officer?{ground:"investigation"}:{}}}beginAnew(){this.start&&(A(this.panel.overview.me.user_id,M(this.start)),this.begin(this.start),this.panel.say(this.t("request_form.began_anew")))}async takeOver(t){let{start:e,wish:i}=this,r=this.panel.overview.me.user_id;if(await this.watch.load(),!e||!i)return;let o=I(e.kind,"protection",t),p=it(o.slice(2));p&&z(r,M(p),{name:p.name,wish:i}),A(r,M(e)),this.panel.go(e.officer?It(t):o,!0)}set(t){let{start:e}=this;if(!this.wish||!e)return;this.wish={...this.wish,...t};let i={name:e.name,wish:this.wish};z(this.panel.overview.me.user_id,M(e),i);for(let r of Object.keys(t))delete this.refused[r];("cameras"in t||"from"in t)&&delete this.refused.footage,this.tried&&(this.wrong=st(e.kind,this.wish,this.around(this.wish)))}around(t){let{overview:e,format:i,t:r}=this.panel,o={cameras:e.cameras??[],format:i,t:r,facts:this.facts,renewed:this.given?.renewed??null,settings:this.watch.list?.settings};return ue(t,o,Date.now())}async send(){let{start:t,wish:e}=this;if(!t||!e||this.busy)return;this.tried=!0,this.refused={},this.error="";let i=this.around(e);if(this.wrong=st(t.kind,e,i),Object.keys(this.wrong).length)return this.showWrong();this.busy=!0;try{let{number:r}=await this.post(t.kind,e,i.sentence);A(this.panel.overview.me.user_id,M(t)),await this.look?.(),this.panel.say(this.t(`request_form.sent.${t.kind}`,{number:r})),this.panel.go(W(r),!0)}catch(r){this.refuse(r)}finally{this.busy=!1}}async post(t,e,i){let{hass:r}=this.panel,o=this.given?.from??{};switch(t){case"extension":return T(r,"extension",Bt(e,o));case"seizure":return T(r,"seizure",Nt(e,i));default:return T(r,"disclosure",Gt(t,e,i,o))}}refuse(t){let e=zt(E(t).key),i=this.panel.words(t);e?(this.refused={[e]:i},this.showWrong()):this.error=i}showWrong(){this.updateComplete.then(()=>{let t=this.renderRoot.querySelector(".is-wrong input, .is-wrong textarea, kb-footage-choice[wrong]");t?.scrollIntoView({block:"center"}),t?.focus()})}render(){let{start:t}=this;return t?this.panel.may(me[t.kind])?this.wish?this.form(t,this.wish):this.watch.problem?this.only(this.panel.words(this.watch.problem),"bad"):a`<div class="page">
            <p class="soft" role="status">${this.t("shell.loading")}</p>
          </div>`:this.only(this.t("request_form.not_yours")):this.only(this.t("request_form.not_here"))}only(t,e=""){return a`<div class="page">
      <p class="note ${e}" role=${e?"alert":h}>
        ${u(q)}<span>${t}</span>
      </p>
      <div class="actions">${this.back()}</div>
    </div>`}back(){return a`<button class="button quiet back" @click=${()=>this.panel.go(["requests"])}>
      ${u(G,20)}${this.t("request_form.back")}
    </button>`}form(t,e){let i=t.officer?"officer.heading":`request_form.heading.${t.kind}`;return a`<div class="page">
      <div class="top">
        ${this.back()}
        <h2 id="heading">${this.t(i)}</h2>
        <p class="soft">${this.t(`request_form.lead.${this.leadOf(t)}`)}</p>
      </div>
      ${this.notes(t,e)}
      <form
        novalidate
        aria-labelledby="heading"
        @submit=${r=>{r.preventDefault(),this.send()}}
      >
        ${this.section("footage",this.footage(t,e))}
        ${pe(this.wishForm(t,e),t.kind,{reasonBefore:this.given?.renewed?.reason??"",seize:()=>this.panel.go(I("seizure"))}).map(r=>this.section(...r))}
        ${this.foot(t)}
      </form>
    </div>`}leadOf({kind:t,officer:e}){return e?"officer":t!=="extension"?t:this.watch.list?.settings.approver==="site_owner"?"extension_by_owner":t}wishForm(t,e){let i=Object.entries(this.wrong).map(([r,o])=>[r,this.t(`request_form.wrong.${o}`)]);return{t:this.panel.t,value:e,wrong:{...Object.fromEntries(i),...this.refused},set:r=>this.set(r),short:t.officer,kind:t.kind,around:this.around(e),day:r=>B(r,this.panel.format),zone:this.panel.format.zone}}section(...[t,e,i]){return a`<section class="card" aria-labelledby="section-${t}">
      <h3 id="section-${t}">
        ${this.t(`request_form.section.${t}`)}${i?L(this.panel.t):h}
      </h3>
      ${e}
    </section>`}notes(t,e){return a`
      ${this.given?.gone?a`<p class="note warn">
              ${u(q)}<span
                >${this.t("request_form.gone",{number:t.number})}</span
              >
            </p>`:h}
      ${this.again?a`<div class="note again">
              ${u(yt)}
              <div>${this.t("request_form.again")}</div>
              <button type="button" class="button quiet" @click=${()=>this.beginAnew()}>
                ${this.t("request_form.begin_anew")}
              </button>
            </div>`:h}
      ${t.officer||t.origin==="protection"?a`<kb-protected
              .panel=${this.panel}
              .protection=${this.watch.list?.protections.find(({number:i})=>t.origin==="protection"&&i===t.number)??null}
              .cameras=${e.cameras}
              .span=${{from:e.from,to:e.to}}
              @protected=${({detail:i})=>this.takeOver(i)}
            ></kb-protected>`:h}
    `}footage(t,e){let i=this.wrong.footage,r=this.refused.footage??(i?this.t(`request_form.wrong.${i}`):"");return a`<kb-footage-choice
      ?wrong=${!!r}
      .panel=${this.panel}
      .cameras=${e.cameras}
      .span=${{from:e.from,to:e.to}}
      .words=${r}
      .fixed=${!!this.given?.renewed}
      .minutes=${t.officer?ze:[]}
      @footage=${({detail:o})=>this.set({cameras:o.cameras,...o.span})}
      @facts=${({detail:o})=>this.facts=o}
    ></kb-footage-choice>`}foot({kind:t,officer:e,origin:i,number:r}){return a`
      <div role="alert">
        ${this.error?a`<p class="note bad">${u(q)}<span>${this.error}</span></p>`:h}
      </div>
      <div class="actions foot">
        <button type="submit" class="button primary" ?disabled=${this.busy}>
          ${u(xt,20)}${this.t(`request_form.send.${t}`)}
        </button>
        ${e?a`<button
                type="button"
                class="button"
                @click=${()=>this.panel.go(I("disclosure",i??void 0,r),!0)}
              >
                ${u(Rt,20)}${this.t("request_form.all_fields")}
              </button>`:h}
      </div>
    `}};l([c({attribute:!1})],w.prototype,"look",2),l([m()],w.prototype,"wish",2),l([m()],w.prototype,"wrong",2),l([m()],w.prototype,"refused",2),l([m()],w.prototype,"error",2),l([m()],w.prototype,"busy",2),l([m()],w.prototype,"again",2),l([m()],w.prototype,"facts",2);function Be({cameras:s,span:n}){return{...s.length?{cameras:s}:{},...n??{}}}function M({kind:s,origin:n,number:t}){return n?`${s}/${n}/${t}`:s}v("kb-request-form",w);var tt=class extends b{render(){return this.panel.path[1]==="new"?a`<kb-request-form .panel=${this.panel} .look=${this.look}></kb-request-form>`:a`<kb-masks .panel=${this.panel}></kb-masks>`}};l([c({attribute:!1})],tt.prototype,"look",2);v("kb-request-forms",tt);export{tt as RequestForms};
