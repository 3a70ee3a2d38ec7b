import"./chunk-NJUZEOQD.js";import{c as Lt,d as At,e as O,f as at}from"./chunk-I6UTLSEY.js";import{a as Dt}from"./chunk-MTNA7FE6.js";import{a as g}from"./chunk-BYHIPRB2.js";import{b as It}from"./chunk-RVZKM7ZY.js";import{a as I,b as rt}from"./chunk-JU2U2EWJ.js";import{$ as Mt,C as bt,D as yt,L as $t,M as wt,N as xt,Q as kt,S as St,Y as Et,Z as Tt,aa as Rt,ba as _t,ca as Ct,d as st,e as mt,ea as u,j as ct,l as ut,m as ft,o as gt,t as L,v as j,w as vt,x as nt}from"./chunk-QYOGACWQ.js";import{a as v,b as o,c as k,e as h,h as f,i as p,j as E,l as y,o as $}from"./chunk-Y6P6W76B.js";import"./chunk-NOADZ2FN.js";import{b as Ot,c as z,d as D,e as Pt}from"./chunk-TUMC7OTP.js";import{a as l}from"./chunk-LO2NM3CE.js";var V=class extends ${constructor(){super(...arguments);this.camera="";this.date=""}static{this.styles=[...y,v`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px 24px;
      }
      .field {
        flex: 1 1 220px;
        max-width: 420px;
      }
      .days {
        display: flex;
        gap: 4px;
        align-items: center;
      }
      .days input {
        flex: 1;
      }
      .days .round {
        color: var(--kb-accent);
      }
      @media (max-width: 599px) {
        .field {
          max-width: none;
        }
      }
    `]}pick(t){let e={camera:this.camera,date:this.date,...t};this.dispatchEvent(new CustomEvent("pick",{detail:e}))}render(){let{overview:t,format:e}=this.panel,i=t.cameras??[],n=e.date(Date.now()),r=i.find(({camera:m})=>m===this.camera)?.oldest,d=r?e.date(r):n;return o`
      <div class="field">
        <label for="camera">${this.t("footage.camera")}</label>
        <select
          id="camera"
          @change=${m=>this.pick({camera:m.target.value})}
        >
          ${i.map(({camera:m,place:x})=>o`<option value=${m} ?selected=${m===this.camera}>${x}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="date">${this.t("footage.day")}</label>
        <div class="days">
          <button
            class="round"
            aria-label=${this.t("footage.day_before")}
            ?disabled=${this.date<=d}
            @click=${()=>this.pick({date:at(this.date,-1)})}
          >
            ${u(ut)}
          </button>
          <input
            id="date"
            type="date"
            .value=${this.date}
            min=${d}
            max=${n}
            @change=${m=>{let{value:x}=m.target;x&&this.pick({date:x})}}
          />
          <button
            class="round"
            aria-label=${this.t("footage.day_after")}
            ?disabled=${this.date>=n}
            @click=${()=>this.pick({date:at(this.date,1)})}
          >
            ${u(ft)}
          </button>
        </div>
      </div>
    `}};l([f()],V.prototype,"camera",2),l([f()],V.prototype,"date",2);g("kb-day-picker",V);function U(a){let s={from:Date.parse(a.start),to:Date.parse(a.end)},t=[];for(let n of ot(a.stretches)){let{complete:r}=n,d=n.due===null?null:Date.parse(n.due),m=q({from:Date.parse(n.start),to:Date.parse(n.end)},s),x=t.at(-1);x&&x.due===d&&x.complete===r&&m.from-x.to<=2e3?x.to=Math.max(x.to,m.to):m.to>m.from&&t.push({...m,due:d,complete:r})}let e=ot(a.gaps).map(({start:n,end:r,reason:d})=>({...q({from:Date.parse(n),to:Date.parse(r)},s),reason:d})).filter(({from:n,to:r})=>r>n),i=ot(a.holds).map(({start:n,end:r})=>q({from:Date.parse(n),to:Date.parse(r)},s)).filter(({from:n,to:r})=>r>n);return{bounds:s,recorded:t,missing:e,held:i}}function ot(a){return[...a].sort((s,t)=>Date.parse(s.start)-Date.parse(t.start))}function q(a,{from:s,to:t}){return{from:Math.max(a.from,s),to:Math.min(a.to,t)}}var T=({from:a,to:s},t)=>a<=t&&t<s,te=(a,s)=>a.from<s.to&&s.from<a.to,b=({from:a,to:s})=>s-a;function Ut(a,s){return{recorded:a.recorded.find(t=>T(t,s))??null,missing:a.missing.find(t=>T(t,s))??null,held:a.held.some(t=>T(t,s))}}function K(a,s){return Ht(a).find(({to:t})=>t>s+1e3)?.to??null}function W(a,s,t=5e3){let e=Ht(a).findLast(({from:i})=>i<s-t-1e3);return e?e.from-t:null}function Ht({recorded:a}){let s=[];for(let t=1;t<a.length;t+=1){let[e,i]=[a[t-1],a[t]];i.from-e.to>2e3&&s.push({from:e.to,to:i.from})}return s}function Nt(a,s){for(let e of a.recorded){if(s<e.from)return e.from;if(s<e.to)return s}let t=a.recorded.at(-1);return t?Math.max(t.from,t.to-1e3):null}function H(a,s){let t=Math.min(Math.max(b(a),12e4),b(s)),e=Math.min(Math.max(a.from,s.from),s.to-t);return{from:e,to:e+t}}function N(a,s,t,e){let i=Math.min(Math.max(b(a)*e,12e4),b(s)),n=(t-a.from)/b(a),r=t-n*i;return H({from:r,to:r+i},s)}function lt(a,s,t){return H({from:a.from+t,to:a.to+t},s)}function zt(a,s,t){if(T(a,t))return a;let e=b(a);return H({from:t-e*.1,to:t+e*.9},s)}var X=(a,s,t)=>(a-s.from)/b(s)*t,Vt=(a,s,t)=>s.from+a/t*b(s),ee=6e4,qt=[1,2,5,10,15,30,60,120,180,360].map(a=>a*ee);function Bt({bounds:a},s,t,e=64){let i=b(s)/Math.max(t,1)*e,n=qt.find(m=>m>=i)??qt.at(-1),r=Math.ceil((s.from-a.from)/n),d=[];for(let m=a.from+r*n;m<=s.to;m+=n)d.push(m);return d}function A(a,s,t){return a.filter(e=>te(e,s)).map(e=>{let{from:i,to:n}=q(e,s),r=X(i,s,t);return{x:r,width:Math.max(X(n,s,t)-r,1),of:e}})}function Gt(a,s){let t=[];for(let{from:e,to:i,due:n}of a){let r=s(n),d=t.at(-1);d?.name===r?d.to=i:t.push({from:e,to:i,name:r})}return t}var ie=180,jt=176,Xt=1e3,R=class extends ${constructor(){super(...arguments);this.session="";this.camera="";this.at=null;this.picture="";this.asking=null}static{this.styles=[...y,v`
      :host {
        position: absolute;
        bottom: 100%;
        z-index: 3;
        pointer-events: none;
      }
      figure {
        width: ${jt}px;
        border-radius: 8px;
        overflow: hidden;
        background: #000;
        box-shadow: 0 4px 16px rgba(0, 0, 0, 0.4);
      }
      img {
        display: block;
        width: 100%;
        aspect-ratio: 16 / 9;
        object-fit: contain;
      }
    `]}static{this.width=jt}disconnectedCallback(){super.disconnectedCallback(),this.forget()}willUpdate(t){super.willUpdate(t),!(!t.has("at")&&!t.has("session")&&!t.has("camera"))&&(clearTimeout(this.timer),this.asking?.abort(),this.at===null||!this.session?this.forget():this.timer=setTimeout(()=>{this.ask(this.at??0)},ie))}async ask(t){let e=this.asking=new AbortController,i=O(Math.round(t/Xt)*Xt),n=`${Ot("viewing",this.session,this.camera,"still.jpg")}?at=${encodeURIComponent(i)}`;try{let r=await It(this.panel,n,e.signal);if(e.signal.aborted)return URL.revokeObjectURL(r);this.picture&&URL.revokeObjectURL(this.picture),this.picture=r}catch{this.forget()}}forget(){clearTimeout(this.timer),this.asking?.abort(),this.picture&&URL.revokeObjectURL(this.picture),this.picture=""}render(){return this.picture?o`<figure><img alt="" src=${this.picture} /></figure>`:h}};l([f()],R.prototype,"session",2),l([f()],R.prototype,"camera",2),l([f({attribute:!1})],R.prototype,"at",2),l([p()],R.prototype,"picture",2);g("kb-thumbnail",R);var Y=class extends ${static{this.styles=[...y,v`
      summary {
        cursor: pointer;
        min-height: 44px;
        display: flex;
        align-items: center;
        gap: 8px;
        font-weight: 600;
        color: var(--kb-accent);
      }
      li + li {
        border-top: 1px solid var(--kb-line);
      }
      li .button {
        width: 100%;
        justify-content: flex-start;
        flex-wrap: wrap;
        gap: 0 16px;
        padding-inline: 8px;
        border-radius: 8px;
        font-weight: 400;
        color: var(--kb-text);
        text-align: start;
      }
    `]}render(){let{format:s}=this.panel,{gaps:t}=this.day;return t.length?o`<details>
      <summary>${this.t("gaps.count",{count:t.length})}</summary>
      <ul>
        ${t.map(({start:e,end:i,reason:n})=>o`<li>
              <button
                class="button quiet"
                @click=${()=>this.dispatchEvent(new CustomEvent("seek",{detail:Date.parse(e)}))}
              >
                <span class="numbers">${s.seconds(e)} – ${s.seconds(i)}</span>
                <span>${this.t(`gap.${n}`)}</span>
                <span class="soft">
                  ${s.length((Date.parse(i)-Date.parse(e))/1e3)}
                </span>
              </button>
            </li>`)}
      </ul>
    </details>`:o`<p class="soft small">${this.t("gaps.none")}</p>`}};l([f({attribute:!1})],Y.prototype,"day",2);g("kb-gaps",Y);var J=108,B=16,Q=26,Z=44,dt=Q+Z,pt=92,se=4*36e5;function Kt({map:a,window:s,width:t,at:e,hover:i,open:n},r,d){let m=c=>X(c,s,t),x=b(s)<=se,Zt=Gt(a.recorded,c=>c===null?d("timeline.due_unknown"):d("timeline.erased",{when:x?`${r.day(c)} ${r.time(c)}`:r.day(c)}));return o`<svg class="day" viewBox="0 0 ${t} ${J}" aria-hidden="true">
    <defs>
      ${ht("hatch")}
      <clipPath id="rounded">
        <rect x="0" y=${Q} width=${t} height=${Z} rx="8" />
      </clipPath>
    </defs>
    ${Bt(a,s,t).map(c=>ae(m(c),t,r.time(c)))}
    <g clip-path="url(#rounded)">
      ${A([a.bounds],s,t).map(c=>F("ground",c.x,c.width))}
      ${A(a.recorded,s,t).map(c=>F("recorded",c.x,c.width+.5))}
      ${A(a.missing,s,t).map(c=>F(ne.has(c.of.reason)?"missing meant":"missing",c.x,Math.max(c.width,3)))}
      ${A(a.held,s,t).map(c=>F("held",c.x,c.width,7))}
    </g>
    ${n?A([n],s,t).map(c=>re(c.x,c.width)):h}
    ${A(Zt,s,t).map(c=>oe(c.x,c.width,c.of.name))}
    ${i===null?h:k`<line class="hover" x1=${m(i)} x2=${m(i)} y1=${B} y2=${dt} />`}
    ${e===null?h:pe(m(e))}
  </svg>`}var ne=new Set(["switched_off","outside_hours"]);function F(a,s,t,e=Z){return k`<rect class=${a} x=${s} y=${Q} width=${t} height=${e} />`}function ae(a,s,t){let e=Math.min(Math.max(a,18),s-18);return k`<line class="tick" x1=${a} x2=${a} y1=${B+4} y2=${dt+6} />
    <text class="scale" x=${e} y=${B-3} text-anchor="middle">${t}</text>`}function re(a,s){return k`<rect class="session" x=${a+1.5} y=${Q-1.5}
    width=${Math.max(s-3,2)} height=${Z+3} rx="8" />`}function oe(a,s,t){let e=s>le(t);return k`<line class="ending-line" x1=${a+1} x2=${a+Math.max(s-1,2)}
      y1=${pt-14} y2=${pt-14} />
    ${e?k`<text class="ending" x=${a+s/2} y=${pt+4} text-anchor="middle">${t}</text>`:h}`}function le(a){return[...a].reduce((s,t)=>s+(t>"⺀"?12.5:7),8)}function ht(a){return k`<pattern id=${a} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <rect width="6" height="6" fill="var(--kb-card)" />
    <rect width="2" height="6" fill="color-mix(in srgb, var(--kb-text) 35%, var(--kb-card))" />
  </pattern>`}function pe(a){return k`<line class="hand" x1=${a} x2=${a} y1=${B} y2=${dt+4} />
    <path class="head" d="M${a-6} ${B} h12 v4 l-6 6 l-6 -6 z" />`}var Wt=v`
  :host {
    display: block;
  }
  .tools {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    min-height: 44px;
  }
  .tools div {
    display: flex;
    flex: none;
  }
  .tools p {
    min-width: 0;
    font-weight: 600;
  }
  .band {
    position: relative;
    height: ${J}px;
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
    cursor: pointer;
    border-radius: 8px;
  }
  svg.day {
    display: block;
    width: 100%;
    height: ${J}px;
    overflow: hidden;
  }
  .scale {
    font-size: 12px;
    fill: var(--kb-soft);
    font-variant-numeric: tabular-nums;
  }
  .tick {
    stroke: var(--kb-line);
  }
  .ground {
    fill: color-mix(in srgb, var(--kb-text) 7%, var(--kb-card));
  }
  .recorded {
    fill: color-mix(in srgb, var(--kb-primary) 62%, var(--kb-card));
  }
  .session {
    fill: none;
    stroke: var(--kb-accent);
    stroke-width: 3;
  }
  .missing {
    fill: url(#hatch);
    stroke: var(--kb-bad);
    stroke-width: 1;
  }
  .missing.meant {
    stroke: color-mix(in srgb, var(--kb-text) 30%, var(--kb-card));
  }
  .held {
    fill: var(--kb-warn);
  }
  .ending {
    font-size: 12px;
    fill: var(--kb-soft);
  }
  .ending-line {
    stroke: color-mix(in srgb, var(--kb-text) 30%, var(--kb-card));
    stroke-width: 2;
  }
  .hand {
    stroke: var(--kb-text);
    stroke-width: 2;
  }
  .head {
    fill: var(--kb-text);
  }
  .hover {
    stroke: var(--kb-text);
    stroke-dasharray: 3 3;
    opacity: 0.6;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-top: 8px;
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  .legend svg {
    display: block;
    border-radius: 3px;
    flex: none;
  }
`;var Yt=6,de=.0016,tt=2,he=60,_=class extends ${constructor(){super(...arguments);this.at=null;this.open=null;this.width=0;this.window={from:0,to:1};this.hover=null;this.dayKey="";this.fingers=new Map;this.moved=0;this.sizes=new ResizeObserver(([t])=>{t&&(this.width=t.contentRect.width)});this.wheel=t=>{if(!this.width)return;t.preventDefault();let{bounds:e}=this.map;if(t.shiftKey||Math.abs(t.deltaX)>Math.abs(t.deltaY)){let i=(t.deltaX||t.deltaY)/this.width*b(this.window);this.show(lt(this.window,e,i))}else{let i=Math.exp(t.deltaY*de*(t.deltaMode?16:1));this.show(N(this.window,e,this.momentOf(t),i))}}}static{this.styles=[...y,Wt]}connectedCallback(){super.connectedCallback(),this.updateComplete.then(()=>{this.sizes.observe(this.band),this.band.addEventListener("wheel",this.wheel,{passive:!1})})}disconnectedCallback(){super.disconnectedCallback(),this.sizes.disconnect()}get shown(){return this.window}willUpdate(t){if(super.willUpdate(t),t.has("day")){this.map=U(this.day);let e=`${this.day.camera} ${this.day.date}`;this.window=e===this.dayKey?H(this.window,this.map.bounds):this.map.bounds,this.dayKey=e}t.has("open")&&this.open&&!t.get("open")&&(this.window=H(me(this.open),this.map.bounds)),t.has("at")&&this.at!==null&&!this.fingers.size&&(this.window=zt(this.window,this.map.bounds,this.at))}goTo(t){if(t===null)return;let{from:e,to:i}=this.map.bounds,n=Math.min(Math.max(t,e),i-1e3);this.dispatchEvent(new CustomEvent("seek",{detail:n}))}show(t){this.window=t,this.dispatchEvent(new CustomEvent("shown",{detail:t}))}point(t,e=0){this.hover=t,this.dispatchEvent(new CustomEvent("point",{detail:t===null?null:{at:t,x:e}}))}momentOf(t){return Vt(t.clientX-this.band.getBoundingClientRect().left,this.window,this.width)}down(t){t.button===0&&(this.band.setPointerCapture(t.pointerId),this.fingers.set(t.pointerId,t.clientX),this.moved=this.fingers.size>1?1/0:0)}move(t){let e=this.fingers.get(t.pointerId);if(e===void 0){t.pointerType==="mouse"&&this.point(this.momentOf(t),t.offsetX);return}let{bounds:i}=this.map,n=[...this.fingers].find(([r])=>r!==t.pointerId)?.[1];if(this.moved+=Math.abs(t.clientX-e),n!==void 0){let[r,d]=[Math.abs(e-n),Math.abs(t.clientX-n)];if(r>10&&d>10){let m=this.momentOf({clientX:(t.clientX+n)/2});this.show(N(this.window,i,m,r/d))}}else this.moved>Yt&&this.show(lt(this.window,i,(e-t.clientX)/this.width*b(this.window)));this.fingers.set(t.pointerId,t.clientX)}up(t){this.fingers.delete(t.pointerId)&&t.type==="pointerup"&&this.moved<=Yt&&this.goTo(this.momentOf(t))}key(t){let{bounds:e}=this.map,i=this.at??this.window.from,n=b(this.window)/he*(t.shiftKey?10:1),d={ArrowLeft:()=>this.goTo(i-n),ArrowRight:()=>this.goTo(i+n),Home:()=>this.goTo(e.from),End:()=>this.goTo(this.map.recorded.at(-1)?.to??e.to),PageUp:()=>this.goTo(W(this.map,i)),PageDown:()=>this.goTo(K(this.map,i)),"+":()=>this.show(N(this.window,e,i,1/tt)),"-":()=>this.show(N(this.window,e,i,tt))}[t.key];d&&(t.preventDefault(),d())}zoomBy(t){let{from:e,to:i}=this.window,n=this.at!==null&&this.at>=e&&this.at<i?this.at:(e+i)/2;this.show(N(this.window,this.map.bounds,n,t))}describe(t){let{recorded:e,missing:i,held:n}=Ut(this.map,t),{format:r}=this.panel;return e&&n?this.t("timeline.held"):e?.due?this.t("timeline.erased_at",{when:r.moment(e.due)}):e?this.t("timeline.recorded"):i?this.t("timeline.missing_because",{reason:this.t(`gap.${i.reason}`)}):this.t(t>Date.now()?"timeline.not_yet":"timeline.nothing")}render(){let{format:t}=this.panel,e=this.hover??this.at,i=b(this.window)>=b(this.map.bounds);return o`
      <div class="tools">
        <p class="numbers" aria-hidden="true">
          ${e===null?this.t("timeline.hint"):`${t.seconds(e)}　${this.describe(e)}`}
        </p>
        <div>
          <button
            class="round"
            aria-label=${this.t("timeline.wider")}
            ?disabled=${i}
            @click=${()=>this.zoomBy(tt)}
          >
            ${u(wt)}
          </button>
          <button
            class="round"
            aria-label=${this.t("timeline.closer")}
            @click=${()=>this.zoomBy(1/tt)}
          >
            ${u(xt)}
          </button>
        </div>
      </div>
      <div
        class="band"
        role="slider"
        tabindex="0"
        aria-label=${this.t("timeline.label",{day:t.longDay(this.map.bounds.from)})}
        aria-valuemin="0"
        aria-valuemax=${Math.round(b(this.map.bounds)/1e3)}
        aria-valuenow=${Math.round(((this.at??this.map.bounds.from)-this.map.bounds.from)/1e3)}
        aria-valuetext=${this.at===null?this.t("timeline.hint"):`${t.seconds(this.at)} ${this.describe(this.at)}`}
        @pointerdown=${this.down}
        @pointermove=${this.move}
        @pointerup=${this.up}
        @pointercancel=${this.up}
        @pointerleave=${()=>this.point(null)}
        @keydown=${this.key}
      >
        ${this.width?this.drawing():h}
      </div>
      ${this.legend()}
    `}drawing(){let{map:t,window:e,width:i,at:n,hover:r,open:d}=this;return Kt({map:t,window:e,width:i,at:n,hover:r,open:d},this.panel.format,(m,x)=>this.t(m,x))}legend(){let t=e=>o`<svg width="20" height="14" aria-hidden="true">${e}</svg>`;return o`<div class="legend small soft">
      <span>
        ${t(k`<rect class="recorded" width="20" height="14" />`)}${this.t("timeline.recorded")}
      </span>
      ${this.map.missing.length?o`<span>
              ${t(k`<defs>${ht("hatch-legend")}</defs>
                <rect width="20" height="14" fill="url(#hatch-legend)" />`)}${this.t("timeline.missing")}
            </span>`:h}
      ${this.map.held.length?o`<span>
              ${t(k`<rect class="held" width="20" height="7" />`)}${this.t("timeline.held")}
            </span>`:h}
      ${this.open?o`<span>
              ${t(k`<rect class="session" x="1.5" y="1.5" width="17" height="11" rx="3" />`)}${this.t("timeline.open")}
            </span>`:h}
    </div>`}};l([f({attribute:!1})],_.prototype,"day",2),l([f({attribute:!1})],_.prototype,"at",2),l([f({attribute:!1})],_.prototype,"open",2),l([p()],_.prototype,"width",2),l([p()],_.prototype,"window",2),l([p()],_.prototype,"hover",2),l([E(".band")],_.prototype,"band",2);function me({from:a,to:s}){let t=(s-a)*.04;return{from:a-t,to:s+t}}g("kb-timeline",_);var P=class extends ${constructor(){super(...arguments);this.at=null;this.viewing=null;this.pointed=null;this.seek=({detail:t})=>{this.dispatchEvent(new CustomEvent("seek",{detail:t}))}}static{this.styles=[...y,v`
      :host {
        display: grid;
        gap: 8px;
      }
      .line {
        position: relative;
        min-width: 0;
      }
    `]}get shown(){return this.timeline?.shown??null}render(){let{camera:t}=this.day,e=this.viewing?.cameras.includes(t)?this.viewing:null;return o`
      <div class="line">
        ${e?this.thumbnail(e):h}
        <kb-timeline
          .panel=${this.panel}
          .day=${this.day}
          .at=${this.at}
          .open=${e?.span??null}
          @seek=${this.seek}
          @point=${({detail:i})=>this.pointed=i}
        ></kb-timeline>
      </div>
      <kb-gaps .panel=${this.panel} .day=${this.day} @seek=${this.seek}></kb-gaps>
    `}thumbnail({session:t,span:e}){let i=this.pointed&&T(e,this.pointed.at)?this.pointed:null,n=Math.max((this.timeline?.clientWidth??0)-R.width,0),r=Math.min(Math.max((i?.x??0)-R.width/2,0),n);return o`<kb-thumbnail
      style="left: ${r}px"
      .panel=${this.panel}
      .session=${t}
      .camera=${this.day.camera}
      .at=${i?.at??null}
    ></kb-thumbnail>`}};l([f({attribute:!1})],P.prototype,"day",2),l([f({attribute:!1})],P.prototype,"at",2),l([f({attribute:!1})],P.prototype,"viewing",2),l([p()],P.prototype,"pointed",2),l([E("kb-timeline")],P.prototype,"timeline",2);g("kb-day-line",P);var G=class extends ${constructor(){super(...arguments);this.requests=[];this.busy=!1}static{this.styles=[...y,v`
      .card {
        display: grid;
        gap: 12px;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 12px 0;
        border-top: 1px solid var(--kb-line);
      }
      li > div:first-child {
        flex: 1 1 260px;
        min-width: 0;
      }
    `]}async decide(t,{request:e}){if(await this.panel.ensureUnlocked()){this.busy=!0;try{await D(this.panel.hass,["viewing",t],{request:e}),this.panel.say(this.t(`viewing.${t}_done`)),this.dispatchEvent(new CustomEvent("decided"))}catch(i){this.panel.say(this.panel.words(i))}finally{this.busy=!1}}}render(){if(!this.requests.length)return h;let{format:t,overview:e}=this.panel,i=r=>e.cameras?.find(({camera:d})=>d===r)?.place??"",n=this.panel.may("permit_viewing");return o`<section class="card" aria-labelledby="requests">
      <h2 id="requests">${this.t("viewing.requests")}</h2>
      <ul>
        ${this.requests.map(r=>o`<li>
              <div>
                <strong>${this.t(`viewing.ground.${r.ground}`)}</strong>
                <p class="small soft">
                  ${t.list(r.cameras.map(i).filter(Boolean))}
                  ${this.t("span.both",{from:t.moment(r.start),to:t.moment(r.end)})}
                </p>
                ${r.reason?o`<p>
                        ${t.list([r.name??"",r.reason,r.document].filter(Boolean))}
                      </p>`:h}
                <p class="small">${this.t(`viewing.state.${r.state}`)}</p>
              </div>
              <div class="actions">
                ${r.state==="waiting"&&n?o`<button
                          class="button"
                          ?disabled=${this.busy}
                          @click=${()=>this.decide("permit",r)}
                        >
                          ${u(ct,20)}${this.t("viewing.permit")}
                        </button>
                        <button
                          class="button danger"
                          ?disabled=${this.busy}
                          @click=${()=>this.decide("deny",r)}
                        >
                          ${u(gt,20)}${this.t("viewing.deny")}
                        </button>`:h}
                ${r.state==="permitted"&&r.by===e.me.user_id?o`<button
                        class="button primary"
                        @click=${()=>this.dispatchEvent(new CustomEvent("view",{detail:r}))}
                      >
                        ${u(L,20)}${this.t("viewing.begin")}
                      </button>`:h}
              </div>
            </li>`)}
      </ul>
    </section>`}};l([f({attribute:!1})],G.prototype,"requests",2),l([p()],G.prototype,"busy",2);g("kb-viewing-requests",G);var Ft="beyond",S=class extends I{constructor(){super(...arguments);this.camera="";this.place="";this.span={from:0,to:0};this.permitted=null;this.chosenSpan=null;this.purpose="";this.purposes=[];this.people=[];this.others=new Set;this.attending=new Set;this.outsiders=!1}static{this.styles=[...I.styles,v`
      .purposes {
        display: grid;
        gap: 8px;
      }
      summary {
        cursor: pointer;
        min-height: 44px;
        display: flex;
        align-items: center;
        font-weight: 600;
        color: var(--kb-accent);
      }
      details .choices {
        display: grid;
        gap: 8px;
      }
      .beyond {
        justify-self: start;
      }
    `]}firstUpdated(){super.firstUpdated(),this.attempt(async()=>{let t=await z(this.panel.hass,"viewing");this.purposes=t.purposes.filter(e=>e!==Ft),this.people=t.people})}get cameras(){return this.permitted?.cameras??[this.camera,...this.others]}submit(){let t=this.chosenSpan??this.span,e=this.permitted?Ft:this.purpose;e&&this.attempt(async()=>{let{session:i,until:n}=await D(this.panel.hass,["viewing"],{purpose:e,cameras:this.cameras,start:O(t.from),end:O(t.to),attendees:[...this.attending],outsiders:this.outsiders,permission:this.permitted?.permission??null});this.finish({session:i,until:n,words:this.permitted?`viewing.ground.${this.permitted.ground}`:`viewing.purpose.${e}`,cameras:this.cameras,span:t})})}render(){return this.frame(this.t("viewing.open_heading",{place:this.place}),o`
        ${this.permitted?this.permission(this.permitted):this.purposeChoice()}
        ${this.permitted?h:o`<kb-span
                .panel=${this.panel}
                .span=${this.chosenSpan??this.span}
                @span=${t=>this.chosenSpan=t.detail}
              ></kb-span>`}
        ${this.permitted?h:this.otherCameras()} ${this.attendees()}
        <p class="hint">${this.t("viewing.recorded")}</p>
      `,o`
        ${this.cancel()}
        <button
          type="submit"
          class="button primary"
          ?disabled=${this.busy||!(this.permitted||this.purpose)||this.outsiders}
        >
          ${u(L,20)}${this.t("viewing.begin")}
        </button>
      `)}purposeChoice(){return o`<fieldset>
      <legend>${this.t("viewing.purpose_question")}</legend>
      <div class="purposes">
        ${this.purposes.map(t=>o`<label class="choice">
              <input
                type="radio"
                name="purpose"
                value=${t}
                .checked=${this.purpose===t}
                @change=${()=>this.purpose=t}
              />
              ${this.t(`viewing.purpose.${t}`)}
            </label>`)}
        <button type="button" class="button quiet beyond" @click=${()=>this.finish("beyond")}>
          ${u(nt,20)}${this.t("viewing.beyond")}
        </button>
      </div>
    </fieldset>`}otherCameras(){let t=(this.panel.overview.cameras??[]).filter(({camera:e})=>e!==this.camera);return t.length?o`<details>
      <summary>${this.t("viewing.other_cameras",{count:this.others.size})}</summary>
      <div class="choices">
        ${t.map(({camera:e,place:i})=>o`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.others.has(e)}
                @change=${n=>this.others=Jt(this.others,e,n)}
              />
              ${i}
            </label>`)}
      </div>
    </details>`:h}permission({ground:t,start:e,end:i}){let{format:n}=this.panel;return o`<div class="note">
      ${u(nt)}
      <div>
        <strong
          >${this.t("viewing.permitted_use",{ground:this.t(`viewing.ground.${t}`)})}</strong
        >
        <p>${this.t("span.both",{from:n.moment(e),to:n.moment(i)})}</p>
      </div>
    </div>`}attendees(){return o`<details>
      <summary>
        ${this.t("viewing.attendees",{count:this.attending.size+Number(this.outsiders)})}
      </summary>
      <div class="choices">
        ${this.people.map(({user_id:t,name:e})=>o`<label class="choice">
              <input
                type="checkbox"
                .checked=${this.attending.has(t)}
                @change=${i=>this.attending=Jt(this.attending,t,i)}
              />
              ${e}
            </label>`)}
        <label class="choice">
          <input
            type="checkbox"
            .checked=${this.outsiders}
            @change=${t=>{this.outsiders=t.target.checked}}
          />
          ${this.t("viewing.outsiders")}
        </label>
        ${this.outsiders?o`<p class="note warn" role="status">
                ${u(mt)}<span>${this.t("viewing.outsiders_note")}</span>
              </p>`:h}
      </div>
    </details>`}};l([p()],S.prototype,"chosenSpan",2),l([p()],S.prototype,"purpose",2),l([p()],S.prototype,"purposes",2),l([p()],S.prototype,"people",2),l([p()],S.prototype,"others",2),l([p()],S.prototype,"attending",2),l([p()],S.prototype,"outsiders",2);function Jt(a,s,t){let e=new Set(a);return t.target.checked?e.add(s):e.delete(s),e}g("kb-open-viewing",S);var ce=["law","emergency","investigation"],C=class extends I{constructor(){super(...arguments);this.camera="";this.place="";this.span={from:0,to:0};this.chosenSpan=null;this.ground="";this.reason="";this.document=""}static{this.styles=[...I.styles,v`
      .grounds {
        display: grid;
        gap: 8px;
      }
      .choice small {
        display: block;
        color: var(--kb-soft);
        font-size: 14px;
      }
    `]}get isWhole(){return!!(this.ground&&this.reason.trim())}submit(){if(!this.isWhole)return;let t=this.chosenSpan??this.span;this.attempt(async()=>{let{request:e}=await D(this.panel.hass,["viewing","request"],{ground:this.ground,reason:this.reason.trim(),...this.document.trim()?{document:this.document.trim()}:{},cameras:[this.camera],start:O(t.from),end:O(t.to)});this.finish(e)})}render(){return this.frame(this.t("viewing.request_heading"),o`
        <p>${this.t("viewing.request_explain",{place:this.place})}</p>
        <fieldset>
          <legend>${this.t("viewing.ground_question")}</legend>
          <div class="grounds">
            ${ce.map(t=>o`<label class="choice">
                  <input
                    type="radio"
                    name="ground"
                    value=${t}
                    .checked=${this.ground===t}
                    @change=${()=>this.ground=t}
                  />
                  <span>
                    ${this.t(`viewing.ground.${t}`)}
                    <small>${this.t(`viewing.ground_example.${t}`)}</small>
                  </span>
                </label>`)}
          </div>
        </fieldset>
        <div class="field">
          <label for="reason">${this.t("viewing.reason")}</label>
          <textarea
            id="reason"
            maxlength="500"
            @input=${t=>this.reason=t.target.value}
          ></textarea>
        </div>
        <div class="field">
          <label for="document">${this.t("viewing.document")}</label>
          <input
            id="document"
            type="text"
            maxlength="200"
            aria-describedby="document-hint"
            @input=${t=>this.document=t.target.value}
          />
          <p class="hint" id="document-hint">${this.t("viewing.document_hint")}</p>
        </div>
        <kb-span
          .panel=${this.panel}
          .span=${this.chosenSpan??this.span}
          @span=${t=>this.chosenSpan=t.detail}
        ></kb-span>
      `,o`
        ${this.cancel()}
        <button type="submit" class="button primary" ?disabled=${this.busy||!this.isWhole}>
          ${u(Tt,20)}${this.t("viewing.send_request")}
        </button>
      `)}};l([p()],C.prototype,"chosenSpan",2),l([p()],C.prototype,"ground",2),l([p()],C.prototype,"reason",2),l([p()],C.prototype,"document",2);g("kb-request-viewing",C);var ue=5*6e4,fe=6e4,ge=["pointerdown","pointermove","keydown","wheel","touchstart"],et=class{constructor(s,t){this.host=s;this.asks=t;this.open=null;this.hass=null;this.listening=null;s.addController(this)}hostDisconnected(){this.end("left")}begin(s,t){this.end("asked"),this.hass=s,this.open=t,this.listen(),this.touched(),this.over=setTimeout(()=>this.end("time"),Math.max(Date.parse(t.until)-Date.now(),0)),this.host.requestUpdate()}end(s){let{open:t,hass:e}=this;t&&(this.open=null,this.hass=null,clearTimeout(this.idle),clearTimeout(this.hidden),clearTimeout(this.over),this.listening?.abort(),this.listening=null,e&&s!=="over"&&s!=="locked"&&D(e,["viewing","end"],{session:t.session},s==="left").catch(()=>{}),this.asks.ended(s),this.host.requestUpdate())}listen(){this.listening=new AbortController;let{signal:s}=this.listening;for(let t of ge)window.addEventListener(t,()=>this.touched(),{signal:s,passive:!0});window.addEventListener("pagehide",()=>this.end("left"),{signal:s}),document.addEventListener("visibilitychange",()=>{clearTimeout(this.hidden),document.hidden&&(this.asks.pause(),this.hidden=setTimeout(()=>this.end("left"),fe))},{signal:s})}touched(){clearTimeout(this.idle),this.idle=setTimeout(()=>{this.asks.isPlaying()?this.touched():this.end("idle")},ue)}};var ve=[.5,1,2,4,8],it=1e4,w=class extends ${constructor(){super(...arguments);this.session="";this.camera="";this.kind="stream";this.name="";this.start=0;this.at=null;this.plays=!1;this.waits=!0;this.speed=1;this.whole=!1;this.engine=null;this.turn=0}static{this.styles=[...y,v`
      :host {
        display: block;
      }
      .stage {
        position: relative;
        display: flex;
        flex-direction: column;
        border-radius: var(--kb-radius);
        overflow: hidden;
        background: #000;
        color: #fff;
      }
      .picture {
        position: relative;
        aspect-ratio: 16 / 9;
        max-height: max(240px, calc(100dvh - 470px));
        width: 100%;
        overflow: hidden;
        display: grid;
        place-items: center;
      }
      .stage:fullscreen .picture {
        flex: 1;
        max-height: none;
        aspect-ratio: auto;
        min-height: 0;
      }
      video,
      img {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      img:not([src]) {
        display: none;
      }
      .watermark {
        position: absolute;
        inset: -30%;
        display: flex;
        flex-wrap: wrap;
        align-content: space-around;
        justify-content: space-around;
        gap: 56px 40px;
        transform: rotate(-24deg);
        pointer-events: none;
        user-select: none;
        -webkit-user-select: none;
        font-size: 15px;
        font-weight: 600;
        color: rgba(255, 255, 255, 0.36);
        text-shadow: 0 0 2px rgba(0, 0, 0, 0.6);
        white-space: nowrap;
      }
      .clock {
        position: absolute;
        left: 12px;
        top: 10px;
        padding: 4px 10px;
        border-radius: 8px;
        font-size: 16px;
        font-weight: 600;
        background: rgba(0, 0, 0, 0.62);
      }
      .wait {
        position: relative;
        width: 44px;
        height: 44px;
        border-radius: 50%;
        border: 4px solid rgba(255, 255, 255, 0.3);
        border-top-color: #fff;
        animation: turn 0.9s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      .controls {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: center;
        gap: 0 4px;
        padding: 6px 8px;
        background: #16191b;
      }
      .controls .main {
        width: 56px;
        height: 56px;
      }
      .controls .group {
        display: flex;
        align-items: center;
      }
      .controls :focus-visible {
        outline-color: #7fd0ea;
      }
      select {
        width: auto;
        min-height: 44px;
        padding: 6px 10px;
        color: #fff;
        background: #2b2f31;
        border-color: #6b7175;
      }
      .stage option {
        color: #fff;
        background: #2b2f31;
      }
    `]}disconnectedCallback(){super.disconnectedCallback(),this.clear()}connectedCallback(){super.connectedCallback(),this.hasUpdated&&this.begin()}updated(t){(t.has("session")||t.has("camera")||t.has("kind"))&&this.begin()}get isPlaying(){return this.plays}seek(t){this.start=t,this.engine?.seek(t)}pause(){this.engine?.pause()}clear(){this.turn+=1,this.engine?.destroy(),this.engine=null,this.at=null,this.plays=!1}async begin(){this.clear();let{turn:t}=this;if(!this.session||!this.isConnected)return;let e={hass:this.panel.hass,session:this.session,camera:this.camera},i=this.listener(t);this.waits=!0;try{if(this.kind==="stream"){let{StreamEngine:n}=await import("./stream-DOROCO2B.js");if(t!==this.turn||!this.video)return;this.engine=new n(e,this.video,i,this.start)}else{let{StillsEngine:n}=await import("./stills-LGTVASD5.js");if(t!==this.turn||!this.image)return;this.engine=new n(e,this.image,i,this.start)}this.engine.rate(this.speed),this.engine.play()}catch(n){i.over(n)}}listener(t){let e=i=>(...n)=>{t===this.turn&&i(...n)};return{moment:e(i=>{this.at=i,this.start=i,this.dispatchEvent(new CustomEvent("moment",{detail:i}))}),playing:e(i=>this.plays=i),waiting:e(i=>this.waits=i),over:e(i=>{this.clear(),this.dispatchEvent(new CustomEvent("over",{detail:i}))})}}jump(t){this.at!==null&&this.ask(this.at+t)}ask(t){this.dispatchEvent(new CustomEvent("go",{detail:t}))}toggle(){this.plays?this.engine?.pause():this.engine?.play()}async toggleWhole(){document.fullscreenElement?await document.exitFullscreen():await this.stage.requestFullscreen?.().catch(()=>{})}key(t){if(t.target instanceof HTMLSelectElement)return;let n={...t.target instanceof HTMLButtonElement?{}:{" ":()=>this.toggle()},k:()=>this.toggle(),j:()=>this.jump(-it),l:()=>this.jump(it),",":()=>this.engine?.step(-1),".":()=>this.engine?.step(1),"[":()=>this.ask("last-gap"),"]":()=>this.ask("next-gap"),f:()=>{this.toggleWhole()}}[t.key];!n||t.ctrlKey||t.metaKey||t.altKey||(t.preventDefault(),n())}render(){let{format:t}=this.panel;return o`
      <div
        class="stage"
        role="group"
        aria-label=${this.t("player.label")}
        @keydown=${this.key}
        @fullscreenchange=${()=>this.whole=document.fullscreenElement!==null}
        @contextmenu=${e=>e.preventDefault()}
      >
        <div class="picture">
          ${this.kind==="stream"?o`<video
                  muted
                  playsinline
                  tabindex="-1"
                  disablepictureinpicture
                  disableremoteplayback
                  controlslist="nodownload noremoteplayback"
                  aria-label=${this.t("player.picture",{place:this.name})}
                  @click=${this.toggle}
                ></video>`:o`<img
                  alt=${this.t("player.picture",{place:this.name})}
                  draggable="false"
                />`}
          ${this.watermark()}
          ${this.at===null?h:o`<div class="clock numbers">
                  ${t.day(this.at)} ${t.seconds(this.at)}
                </div>`}
          ${this.waits?o`<div class="wait" role="status" aria-label=${this.t("player.waiting")}></div>`:h}
        </div>
        <div class="controls">
          <div class="group">
            ${this.button("player.last_gap",Rt,()=>this.ask("last-gap"))}
            ${this.button("player.back_10",Et,()=>this.jump(-it))}
            ${this.button("player.frame_back",_t,()=>this.engine?.step(-1))}
            ${this.button(this.plays?"player.pause":"player.play",this.plays?kt:St,()=>this.toggle(),!0)}
            ${this.button("player.frame_on",Ct,()=>this.engine?.step(1))}
            ${this.button("player.on_10",vt,()=>this.jump(it))}
            ${this.button("player.next_gap",Mt,()=>this.ask("next-gap"))}
          </div>
          <div class="group">
            <select
              aria-label=${this.t("player.speed")}
              @change=${e=>{this.speed=Number(e.target.value),this.engine?.rate(this.speed)}}
            >
              ${ve.map(e=>o`<option value=${e} ?selected=${e===this.speed}>${e}×</option>`)}
            </select>
            ${document.fullscreenEnabled?this.button(this.whole?"player.small":"player.whole",this.whole?yt:bt,()=>{this.toggleWhole()}):h}
          </div>
        </div>
      </div>
    `}watermark(){let{format:t,overview:e}=this.panel,i=Date.now(),n=`${e.me.name}　${t.date(i)} ${t.time(i)}`;return o`<div class="watermark" aria-hidden="true">
      ${Array.from({length:60},()=>o`<span>${n}</span>`)}
    </div>`}button(t,e,i,n=!1){return o`<button
      type="button"
      class="round ${n?"main":""}"
      title=${this.t(t)}
      aria-label=${this.t(t)}
      @click=${i}
    >
      ${u(e,n?36:26)}
    </button>`}};l([f()],w.prototype,"session",2),l([f()],w.prototype,"camera",2),l([f()],w.prototype,"kind",2),l([f()],w.prototype,"name",2),l([f({attribute:!1})],w.prototype,"start",2),l([p()],w.prototype,"at",2),l([p()],w.prototype,"plays",2),l([p()],w.prototype,"waits",2),l([p()],w.prototype,"speed",2),l([p()],w.prototype,"whole",2),l([E("video")],w.prototype,"video",2),l([E("img")],w.prototype,"image",2),l([E(".stage")],w.prototype,"stage",2);g("kb-player",w);var Qt=v`
  .screen {
    display: grid;
    gap: 16px;
    justify-items: center;
    align-content: center;
    text-align: center;
    min-height: min(420px, 52vh);
    padding: 32px 20px;
    border-radius: var(--kb-radius);
    color: #e7eaec;
    background: #16191b;
  }
  .screen p {
    max-width: 34em;
  }
  .screen > .icon {
    opacity: 0.8;
  }
  .open {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
    margin-bottom: 12px;
  }
  .day {
    display: grid;
    gap: 8px;
  }
  .day > * {
    min-width: 0;
  }
`;var be=6e4,ye=800,M=class extends ${constructor(){super(...arguments);this.day=null;this.failed="";this.at=null;this.requests=[];this.ended=null;this.problem="";this.keeper=new et(this,{isPlaying:()=>this.player?.isPlaying??!1,pause:()=>this.player?.pause(),ended:t=>{this.player?.clear(),this.ended=t==="asked"||t==="left"?null:t}});this.ticking=new Dt(this);this.asked=""}static{this.styles=[...y,Qt]}connectedCallback(){super.connectedCallback(),this.asked="",this.requestUpdate()}disconnectedCallback(){super.disconnectedCallback(),clearTimeout(this.again),clearTimeout(this.saving)}get cameras(){return this.panel.overview.cameras??[]}get chosen(){let t=this.panel.path[1];return this.cameras.find(({camera:e})=>e===t)??this.cameras[0]}get date(){let{path:t,format:e}=this.panel,i=e.date(Date.now()),n=t[2]??"";return/^\d{4}-\d\d-\d\d$/.test(n)&&n<=i?n:i}willUpdate(t){if(super.willUpdate(t),!t.has("panel"))return;let{lock:e}=this.panel;this.keeper.open&&e&&!e.mine&&this.keeper.end("locked");let{chosen:i,date:n}=this;if(!i||!this.panel.may("list_footage"))return;let r=`${i.camera} ${n}`;r!==this.asked&&(this.asked=r,this.day=null,this.failed="",this.at=At(n,this.panel.path[3],this.panel.format.zone),this.load(i.camera,n,r),this.loadRequests())}async load(t,e,i){clearTimeout(this.again);try{let n=await z(this.panel.hass,"footage",t,e);if(i!==this.asked||!this.isConnected)return;this.day=n,this.failed=""}catch(n){if(i!==this.asked||!this.isConnected)return;this.day||(this.failed=this.panel.words(n))}(e===this.panel.format.date(Date.now())||this.failed)&&(this.again=setTimeout(()=>{this.load(t,e,i)},be))}async loadRequests(){if(!this.panel.may("view")&&!this.panel.may("permit_viewing"))return;let t=await z(this.panel.hass,"viewing").catch(()=>null);t&&(this.requests=t.requests)}goTo(t){if(!this.day)return;let e=U(this.day),i=this.at??e.bounds.from,n=t==="next-gap"?K(e,i):t==="last-gap"?W(e,i):t;if(n===null)return this.panel.say(this.t("player.no_gap"));this.at=n,this.isOpenAt(n)&&this.player?.seek(n),this.saveMoment()}saveMoment(){clearTimeout(this.saving),this.saving=setTimeout(()=>{let{chosen:t,at:e,date:i,panel:n}=this;if(!t||e===null||!this.isConnected||n.path[0]!=="footage")return;let r=Lt(e,n.format.zone);n.go(["footage",t.camera,i,r],!0)},ye)}isOpenAt(t){let{open:e}=this.keeper;return!!(e&&this.chosen&&e.cameras.includes(this.chosen.camera)&&T(e.span,t))}proposed(){let t=U(this.day),e={from:t.recorded[0]?.from??t.bounds.from,to:t.recorded.at(-1)?.to??t.bounds.to},i=q(this.line?.shown??t.bounds,e);return i.to>i.from?i:e}async openViewing(t=null){let{chosen:e}=this;if(!e||!this.day||(this.ended=null,this.problem="",!await this.panel.ensureUnlocked()))return;let i=new S;i.camera=e.camera,i.place=e.place,i.permitted=t,i.span=t?{from:Date.parse(t.start),to:Date.parse(t.end)}:this.proposed();let n=await rt(i,this.panel);n==="beyond"?await this.request(i.span):n&&this.begin(n)}begin(t){this.keeper.begin(this.panel.hass,t);let{chosen:e}=this,i=this.day&&U(this.day);if((this.at===null||!T(t.span,this.at))&&(this.at=(i&&Nt(i,t.span.from))??t.span.from),e&&t.cameras.includes(e.camera)&&i&&T(i.bounds,this.at))return;let n=t.cameras[0];n&&this.panel.go(["footage",n,this.panel.format.date(t.span.from)])}async request(t){let{chosen:e}=this;if(!e)return;let i=new C;i.camera=e.camera,i.place=e.place,i.span=t,await rt(i,this.panel)!==void 0&&(this.panel.say(this.t("viewing.request_sent")),await this.loadRequests())}over(t){let{key:e}=Pt(t);this.problem=this.panel.words(t),e==="viewing_over"?this.keeper.end("over"):this.keeper.end("asked"),this.panel.refreshLock()}render(){let{chosen:t}=this;return this.panel.may("list_footage")?t?o`
      <div class="page">
        <kb-day-picker
          .panel=${this.panel}
          .camera=${t.camera}
          .date=${this.date}
          @pick=${({detail:e})=>this.panel.go(["footage",e.camera,e.date])}
        ></kb-day-picker>
        <section aria-label=${this.t("player.label")}>${this.screen(t)}</section>
        <section class="card day" aria-label=${this.t("footage.timeline")}>
          ${this.day?o`<kb-day-line
                  .panel=${this.panel}
                  .day=${this.day}
                  .at=${this.at}
                  .viewing=${this.keeper.open}
                  @seek=${({detail:e})=>this.goTo(e)}
                ></kb-day-line>`:this.noDay()}
        </section>
        <kb-viewing-requests
          .panel=${this.panel}
          .requests=${this.requests}
          @decided=${()=>this.loadRequests()}
          @view=${({detail:e})=>this.openViewing(e)}
        ></kb-viewing-requests>
      </div>
    `:this.only(st,this.t("today.no_camera")):this.only(j,this.t("footage.not_yours"))}only(t,e){return o`<div class="page">
      <p class="note">${u(t)}<span>${e}</span></p>
    </div>`}noDay(){return this.failed?o`<p class="note bad" role="alert">
          ${u(st)}<span>${this.failed}</span>
        </p>`:o`<p class="soft" role="status">${this.t("shell.loading")}</p>`}screen(t){let{open:e}=this.keeper;if(this.ticking.runs=e!==null,!e)return this.closed(t);let{day:i,at:n}=this,r=e.cameras.includes(t.camera)&&n!==null&&T(e.span,n);return o`
      ${this.openBar(e)}
      ${r&&i?o`<kb-player
              .panel=${this.panel}
              .session=${e.session}
              .camera=${t.camera}
              .kind=${i.kind}
              .name=${t.place}
              .start=${n}
              @moment=${({detail:d})=>{this.at=d,this.saveMoment()}}
              @go=${({detail:d})=>this.goTo(d)}
              @over=${({detail:d})=>this.over(d)}
            ></kb-player>`:o`<div class="screen">
              ${u(j,40)}
              <p>${this.t("viewing.not_covered")}</p>
              <button class="button" @click=${()=>this.openViewing()}>
                ${u(L,20)}${this.t("viewing.begin_another")}
              </button>
            </div>`}
    `}openBar(t){let{format:e}=this.panel,i=(Date.parse(t.until)-Date.now())/1e3;return o`<div class="open">
      <p>
        <strong>${this.t("viewing.is_open",{purpose:this.t(t.words)})}</strong>
        <span class="soft small numbers">
          ${this.t("viewing.ends_in",{time:e.countdown(i)})}
        </span>
      </p>
      <button class="button" @click=${()=>this.keeper.end("asked")}>
        ${u(j,20)}${this.t("viewing.end")}
      </button>
    </div>`}closed(t){let e=this.panel.may("view"),i=this.problem||(this.ended?this.t(`viewing.ended.${this.ended}`):"");return o`<div class="screen">
      ${u($t,40)}
      ${i?o`<p role="alert"><strong>${i}</strong></p>`:h}
      <p>${this.t(e?"viewing.closed":"viewing.not_yours")}</p>
      ${e?o`<button
              class="button primary"
              ?disabled=${!this.day?.stretches.length}
              aria-label=${this.t("viewing.begin_of",{place:t.place})}
              @click=${()=>this.openViewing()}
            >
              ${u(L,20)}${this.t("viewing.begin")}
            </button>`:h}
    </div>`}};l([p()],M.prototype,"day",2),l([p()],M.prototype,"failed",2),l([p()],M.prototype,"at",2),l([p()],M.prototype,"requests",2),l([p()],M.prototype,"ended",2),l([p()],M.prototype,"problem",2),l([E("kb-player")],M.prototype,"player",2),l([E("kb-day-line")],M.prototype,"line",2);g("kb-footage",M);export{M as FootageView};
